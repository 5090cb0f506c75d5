import type { ProblemCode, ProcessingRecord, ProcessingStored } from '@clearspan/contracts';

export type StoreOutcome =
  | { readonly kind: 'stored'; readonly stored: ProcessingStored }
  | { readonly kind: 'failed'; readonly code: ProblemCode; readonly message: string };

/** Keeps what was found. Storing twice under one task MUST be storing once. */
export type StoreProcessing = (taskId: string, record: ProcessingRecord) => Promise<StoreOutcome>;
