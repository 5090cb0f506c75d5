import type {
  Caller,
  FeedbackRequest,
  FeedbackStats,
  FeedbackStored,
  HistoryEntry,
  HistoryItem,
  HistoryPage,
  LearnedLesson,
  LearnedRecord,
  LearnedStored,
  ProcessingRecord,
  ProcessingStored,
  RecordCounts,
  StoredHistory,
  StoredProcessing,
  Turn,
} from '@clearspan/contracts';

/** A conversation of one user. */
export interface ConversationOf {
  readonly conversationId: string;
  readonly user: string;
}

export interface LearnedWanted {
  /** Of everyone, not of the caller only. */
  readonly all: boolean;
  /** Without it the evidence of every record is empty. */
  readonly evidence: boolean;
}

/**
 * Where records are kept. A write MUST survive the loss of power once its promise has resolved. Promises reject only
 * when the store fails.
 */
export interface Records {
  addFeedback(feedback: FeedbackRequest): Promise<FeedbackStored>;
  feedbackStats(): Promise<FeedbackStats>;
  /**
   * One record for each task: storing again MUST replace what the record says and keep its id and time, so that a task
   * that is run twice has its effect once.
   */
  putProcessing(taskId: string, record: ProcessingRecord): Promise<ProcessingStored>;
  processing(taskId: string): Promise<StoredProcessing | null>;
  addHistory(entry: HistoryEntry): Promise<StoredHistory>;
  /** Newest first. `before` is the cursor of an earlier page. Insights and feedback are those of the same trace. */
  history(limit: number, before: string | null, of?: ConversationOf | null): Promise<HistoryPage>;
  historyItem(id: string): Promise<HistoryItem | null>;
  /** The newest turns of a conversation of one user, oldest first. */
  turns(of: ConversationOf, limit: number): Promise<readonly Turn[]>;
  /**
   * Keeps a lesson for its user, and for the team once enough of its users have had the same; what was undone counts
   * again. All of it or nothing: a lesson that meets a limit MUST change nothing.
   */
  learn(lesson: LearnedLesson): Promise<LearnedStored>;
  /** What may count for a caller, newest first, what was undone included. */
  learned(of: Pick<Caller, 'user' | 'team'>, wanted: LearnedWanted): Promise<readonly LearnedRecord[]>;
  learnedRecord(id: string): Promise<LearnedRecord | null>;
  /** Undoes or redoes; null where there is no such record. */
  setLearned(id: string, active: boolean, by: string): Promise<LearnedRecord | null>;
  /** Lets it count for everyone, as a record of its own; null where there is no such record. */
  promoteLearned(id: string, by: string): Promise<LearnedRecord | null>;
  counts(): Promise<RecordCounts>;
  close(): Promise<void>;
}
