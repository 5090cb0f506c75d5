import type { Generated } from 'kysely';

/**
 * The tables of the records as rows. Times are ISO 8601 in UTC with milliseconds, so that they sort as text in every
 * dialect; JSON values are text. `seq` counts up in the order of insertion and is what pages go by.
 */
export interface RecordTables {
  readonly feedback: FeedbackTable;
  readonly processing: ProcessingTable;
  readonly history: HistoryTable;
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
}
