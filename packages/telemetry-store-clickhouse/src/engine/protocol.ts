/**
 * What the parent and the engine's process say to each other. The child is only an executor of statements: everything
 * that decides (schema, limits, retries, what an error means) is in the parent.
 */

/** A lane is a set of sessions: one session runs one statement at a time, so writes, reads, control and backups never wait for each other. */
export type Lane = 'writer' | 'reader' | 'admin' | 'backup';

export interface OpenMessage {
  readonly kind: 'open';
  /** Data directory of the engine. */
  readonly path: string;
  /** Arguments of the engine, `clickhouse local` form. */
  readonly args: readonly string[];
  readonly readers: number;
  /** Statements run once on every session of a lane. */
  readonly setup: Readonly<Record<Lane, readonly string[]>>;
  /** Statements waiting in one lane at most; more are refused at once. */
  readonly queuedMax: number;
  /** Quiet time after which memory is given back to the system. */
  readonly purgeAfterMs: number;
}

export interface RunMessage {
  readonly kind: 'run';
  readonly id: number;
  readonly lane: Lane;
  readonly sql: string;
  /** How long the statement may wait for a free session. */
  readonly queueMs: number;
  /** How long it may run; then it is killed, should the engine's own limit not have ended it. */
  readonly killAfterMs: number;
  /** Bytes of the result at most. */
  readonly resultBytesMax: number;
}

export type ToChild =
  | OpenMessage
  | RunMessage
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'close' };

export type RunFailure =
  /** The engine's answer; `engineCode` is ClickHouse's number, 0 when it gave none. */
  | { readonly kind: 'engine'; readonly engineCode: number; readonly message: string }
  | { readonly kind: 'cancelled' }
  /** No session was free; 0 ms when so many were waiting that it did not even wait. */
  | { readonly kind: 'busy'; readonly waitedMs: number }
  | { readonly kind: 'too-large'; readonly bytes: number };

export type FromChild =
  | { readonly kind: 'opened' }
  | { readonly kind: 'open-failed'; readonly message: string }
  /** `bytes`: the result as JSONCompact, empty for a statement without one. */
  | { readonly kind: 'done'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: RunFailure };

/** The `log_comment` by which a running statement is found again. */
export const tagOf = (id: number): string => `clearspan-${id}`;
