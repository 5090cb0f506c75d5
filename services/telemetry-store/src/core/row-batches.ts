import { clearBatch, createRowBatch, type RowBatch } from '@clearspan/telemetry-store';

/**
 * Batches of rows that are filled again and again. Each is tens of megabytes: made anew for every insert they are what
 * the garbage collector is called for, and their pages are cleared by the system each time.
 */
export interface RowBatches {
  /** An empty batch. */
  take(): RowBatch;
  /** Gives a batch back, which nobody reads any more. */
  give(batch: RowBatch): void;
}

/** Keeps as many as `sparesMax` while they are not in use. */
export const createRowBatches = (sparesMax: number): RowBatches => {
  const spares: RowBatch[] = [];
  return {
    take: () => spares.pop() ?? createRowBatch(),
    give: (batch) => {
      clearBatch(batch);
      if (spares.length < sparesMax) spares.push(batch);
    },
  };
};
