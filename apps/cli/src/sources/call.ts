/** What is asked of a source for one caller: it ends when the caller is gone, and all of it is one trace. */
export interface Call {
  readonly signal: AbortSignal;
  /** W3C trace context that the next request goes on from: the caller's, then that of the answers. */
  traceparent: string | null;
}

const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** A context that is none is left out: the trace then begins here. */
export const readTraceparent = (value: unknown): string | null =>
  typeof value === 'string' && TRACEPARENT.test(value) ? value : null;
