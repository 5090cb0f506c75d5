import type { RunningTask } from '@clearspan/tasks';

export interface Attempt {
  readonly task: RunningTask;
  /**
   * Fires when the result would be discarded: the lease was lost, the time is over, or the worker is stopping. A
   * handler should then end soon; what it answers is not looked at.
   */
  readonly signal: AbortSignal;
  /** Says how far it is, 0 to 1. */
  readonly progress: (share: number) => void;
}

export type HandlerOutcome =
  | { readonly kind: 'done'; readonly result: unknown }
  /** `retryable`: another attempt may succeed. */
  | { readonly kind: 'failed'; readonly message: string; readonly retryable: boolean };

/**
 * Runs one attempt. It MUST have its effect once however often it is run for one task: an attempt may be repeated
 * after a crash, also one whose effect was already made. Throwing is the same as a retryable failure.
 */
export type TaskHandler = (attempt: Attempt) => Promise<HandlerOutcome>;
