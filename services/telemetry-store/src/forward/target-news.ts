import type { Log } from '../core/log.ts';

/**
 * Tells an operator how a target does. The lines are telemetry themselves and may come back here, so of each kind there
 * is one in `tellMs` at most, with the sum of what was not told in between.
 */
export interface TargetNews {
  /** What could not be sent is tried again. */
  failed(reason: string): void;
  /** Something was answered. */
  answered(): void;
  refused(reason: string): void;
  dropped(requests: number): void;
  /** Its queue could not be read or written. */
  readonly broken: (error: unknown) => void;
}

/** Calls `tell` with the sum of all amounts since the last time, when that is long enough ago. */
type Seldom = (amount: number, tell: (sum: number) => void) => void;

const createSeldom = (everyMs: number, nowMs: () => number): Seldom => {
  let sum = 0;
  let toldMs = Number.NEGATIVE_INFINITY;
  return (amount, tell) => {
    sum += amount;
    if (nowMs() - toldMs < everyMs) return;
    toldMs = nowMs();
    tell(sum);
    sum = 0;
  };
};

export const createTargetNews = (target: string, log: Log, tellMs: number, nowMs: () => number): TargetNews => {
  const [failures, refusals, drops, breaks] = [1, 2, 3, 4].map(() => createSeldom(tellMs, nowMs)) as [
    Seldom,
    Seldom,
    Seldom,
    Seldom,
  ];
  let isToldAway = false;
  return {
    failed: (reason) => {
      if (isToldAway) return;
      failures(1, () => {
        isToldAway = true;
        log.warn({ target, reason }, 'a target does not take telemetry; it is queued and sent when it does');
      });
    },
    answered: () => {
      if (!isToldAway) return;
      isToldAway = false;
      log.info({ target }, 'a target takes telemetry again');
    },
    refused: (reason) =>
      refusals(1, (requests) =>
        log.warn({ target, requests, reason }, 'a target refused requests; they are not sent again'),
      ),
    dropped: (dropped) =>
      drops(dropped, (requests) =>
        log.warn({ target, requests }, 'the queue of a target is full; the oldest requests were dropped'),
      ),
    broken: (error) => breaks(1, () => log.error({ target, err: error }, 'the queue of a target failed')),
  };
};
