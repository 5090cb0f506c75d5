import { counter } from '@clearspan/instrumentation';

/** How an attempt to send a request ended; `again` is followed by another. `skipped` ones are no OTLP. */
export type ForwardOutcome = 'sent' | 'partial' | 'refused' | 'again' | 'skipped';

/** Since the start of the process. */
export interface ForwardCounts extends Readonly<Record<ForwardOutcome, number>> {
  /** Records that the target took and did not keep. */
  readonly rejectedRecords: number;
  /** Requests that left the queue unsent: it was full, or they were damaged in it. */
  readonly dropped: number;
  readonly lastError: { readonly message: string; readonly atMs: number } | null;
}

/** What happened to requests for one target, for people and for metrics. */
export interface ForwardFigures {
  ended(outcome: ForwardOutcome): void;
  rejectedRecords(count: number): void;
  dropped(requests: number): void;
  /** Must hold no secret. */
  failed(message: string, nowMs: number): void;
  counts(): ForwardCounts;
}

const requests = counter('forward_requests_total', { description: 'Requests sent on, by target and outcome' });
const drops = counter('forward_dropped_total', { description: 'Requests that left the queue of a target unsent' });

export const createForwardFigures = (target: string): ForwardFigures => {
  const ended: Record<ForwardOutcome, number> = { sent: 0, partial: 0, refused: 0, again: 0, skipped: 0 };
  let rejectedRecords = 0;
  let dropped = 0;
  let lastError: ForwardCounts['lastError'] = null;
  return {
    ended: (outcome) => {
      ended[outcome] += 1;
      requests.add(1, { target, outcome });
    },
    rejectedRecords: (count) => {
      rejectedRecords += count;
    },
    dropped: (count) => {
      dropped += count;
      drops.add(count, { target });
    },
    failed: (message, atMs) => {
      lastError = { message, atMs };
    },
    counts: () => ({ ...ended, rejectedRecords, dropped, lastError }),
  };
};
