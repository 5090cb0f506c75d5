/** Where a background query stands. Times are milliseconds since 1970. */
export type BackgroundState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly sinceMs: number }
  | {
      readonly kind: 'ended';
      /** Null when it was cancelled before its turn. */
      readonly sinceMs: number | null;
      readonly atMs: number;
      readonly how: BackgroundEnd;
    };

export type BackgroundEnd =
  | { readonly kind: 'success'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'cancelled' };

const iso = (ms: number): string => new Date(ms).toISOString();

const endOf = (how: BackgroundEnd): object => {
  switch (how.kind) {
    case 'success':
      return { success: {} };
    case 'failed':
      return { error: { failed: { reason: how.reason } } };
    case 'timed-out':
      return { error: { timedOut: {} } };
    case 'cancelled':
      return { cancelled: {} };
  }
};

/** What a client is told of a query, one of three members beside the time of its submission. */
export const backgroundStatus = (submittedMs: number, state: BackgroundState): object => {
  const submittedAt = iso(submittedMs);
  switch (state.kind) {
    case 'waiting':
      return { submittedAt, waitingForExecution: {} };
    case 'running':
      return { submittedAt, running: { runningSince: iso(state.sinceMs) } };
    case 'ended': {
      const since = state.sinceMs === null ? {} : { runningSince: iso(state.sinceMs) };
      return { submittedAt, terminated: { ...since, terminatedAt: iso(state.atMs), ...endOf(state.how) } };
    }
  }
};
