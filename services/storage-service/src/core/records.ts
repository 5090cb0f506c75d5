import type {
  FeedbackRequest,
  FeedbackStats,
  FeedbackStored,
  HistoryEntry,
  HistoryItem,
  HistoryPage,
  ProcessingRecord,
  ProcessingStored,
  RecordCounts,
  StoredHistory,
  StoredProcessing,
} from '@clearspan/contracts';

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
  history(limit: number, before: string | null): Promise<HistoryPage>;
  historyItem(id: string): Promise<HistoryItem | null>;
  counts(): Promise<RecordCounts>;
  close(): Promise<void>;
}
