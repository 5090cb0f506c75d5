import type { Generated } from 'kysely';

/**
 * The tables of the records as rows. Times are ISO 8601 in UTC with milliseconds, so that they sort as text in every
 * dialect; JSON values are text. `seq` counts up in the order of insertion and is what pages go by.
 */
export interface RecordTables {
  readonly feedback: FeedbackTable;
  readonly processing: ProcessingTable;
  readonly history: HistoryTable;
  readonly learned: LearnedTable;
  readonly learned_evidence: LearnedEvidenceTable;
}

export interface FeedbackTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly stored_at: string;
  readonly user_input: string;
  readonly generated_query: string;
  /** 1 to 5. */
  readonly rating: number;
  readonly comment: string | null;
  readonly corrected_query: string | null;
  readonly trace_id: string | null;
  readonly metadata: string | null;
}

/** One row for each task: storing twice is storing once. */
export interface ProcessingTable {
  readonly seq: Generated<number>;
  readonly task_id: string;
  readonly record_id: string;
  readonly stored_at: string;
  readonly user_input: string;
  readonly query: string;
  readonly trace_id: string;
  readonly complexity: string;
  readonly insights: string;
  readonly transformed: string;
}

export interface HistoryTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly asked_at: string;
  readonly user_input: string;
  readonly query: string;
  readonly intent: string;
  readonly validation: string;
  readonly row_count: number | null;
  readonly execution_time_ms: number | null;
  readonly trace_id: string;
  readonly task_id: string | null;
  readonly conversation_id: string | null;
  readonly asked_by: string | null;
}

/** One row for each lesson and each of those it counts for; what was undone stays. */
export interface LearnedTable {
  readonly seq: Generated<number>;
  readonly id: string;
  readonly kind: string;
  /** Equal for lessons that are the same, whoever they come from. */
  readonly same_as: string;
  readonly scope: 'user' | 'team' | 'global';
  /** The user or the team; empty for everyone. */
  readonly owner: string;
  readonly content: string;
  readonly origin: 'correction' | 'hand';
  /** 1 or 0. */
  readonly active: number;
  readonly learned_at: string;
  readonly changed_at: string;
  readonly changed_by: string;
}

/** Feedback that a lesson rests on. */
export interface LearnedEvidenceTable {
  readonly seq: Generated<number>;
  readonly learned_id: string;
  readonly feedback_id: string | null;
  readonly question: string;
  readonly before_query: string;
  readonly after_query: string;
  readonly given_by: string;
  /** The team they were of then. */
  readonly given_in: string | null;
  readonly given_at: string;
}
