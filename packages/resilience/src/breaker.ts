import { type CallWindow, countCall, emptyWindow, type WindowShape, windowCounts } from './call-window.ts';

export interface BreakerLimits extends WindowShape {
  /** Fewer calls than this in the window say nothing. */
  readonly callsMin: number;
  /** Opens when at least this share of the calls failed. */
  readonly failureRatioMax: number;
  /** Opens when at least this share of the calls took longer than `slowMs`. */
  readonly slowRatioMax: number;
  readonly slowMs: number;
  /** How long the first opening lasts; each one in a row lasts twice as long as the one before. */
  readonly openMs: number;
  readonly openMaxMs: number;
  /** An opening is shortened by up to this share, so that callers do not all come back at once. */
  readonly openJitterRatio: number;
  /** Calls let through to see whether the service is back; all of them must succeed. */
  readonly probesMax: number;
  /** A probe without an outcome for this long is given up, and its place goes to another call. */
  readonly probeMaxMs: number;
}

/** For calls between services of one system. */
export const BREAKER_DEFAULTS: BreakerLimits = {
  bucketMs: 1_000,
  buckets: 10,
  callsMin: 20,
  failureRatioMax: 0.5,
  slowRatioMax: 0.5,
  slowMs: 5_000,
  openMs: 2_000,
  openMaxMs: 60_000,
  openJitterRatio: 0.1,
  probesMax: 3,
  probeMaxMs: 30_000,
};

/**
 * `round` grows with each change of state: the outcome of a call that was let through in an earlier round says nothing
 * about this one.
 */
export type Breaker =
  | { readonly kind: 'closed'; readonly round: number; readonly window: CallWindow }
  | {
      readonly kind: 'open';
      readonly round: number;
      readonly untilMs: number;
      /** How many times in a row it opened without closing in between. */
      readonly openings: number;
      /** Failures that opened it. */
      readonly failures: number;
    }
  | {
      readonly kind: 'half-open';
      readonly round: number;
      readonly openings: number;
      readonly admitted: number;
      readonly succeeded: number;
      readonly lastProbeMs: number;
    };

/** Given with an admission and handed back with the outcome. */
export interface Ticket {
  readonly round: number;
}

/**
 * - `ask`: may a call go out?
 * - `success`: the service answered, also when the answer is that the caller is wrong (4xx).
 * - `failure`: no answer, an answer too late, or one that says the service failed (5xx).
 * - `forget`: the caller gave up by itself; nothing was learned.
 */
export type BreakerEvent =
  | { readonly kind: 'ask' }
  | { readonly kind: 'success'; readonly ticket: Ticket; readonly durationMs: number }
  | { readonly kind: 'failure'; readonly ticket: Ticket; readonly durationMs: number }
  | { readonly kind: 'forget'; readonly ticket: Ticket };

export interface BreakerStep {
  readonly breaker: Breaker;
  /** For `ask`: the ticket when the call may go out, null when it is refused. Null for every other event. */
  readonly ticket: Ticket | null;
}

export interface BreakerFigures {
  readonly state: 'CLOSED' | 'OPEN' | 'HALF_OPEN';
  /** Failures in the window, or the ones that opened it. */
  readonly failureCount: number;
  /** When an open breaker lets the next call through, by the clock of the caller. */
  readonly nextAttemptMs: number | null;
}

/** A breaker that has seen no call. */
export const closedBreaker = (round = 0): Breaker => ({ kind: 'closed', round, window: emptyWindow });

const opened = (
  round: number,
  openings: number,
  failures: number,
  nowMs: number,
  limits: BreakerLimits,
  random: number,
): Breaker => {
  const fullMs = Math.min(limits.openMaxMs, limits.openMs * 2 ** (openings - 1));
  return {
    kind: 'open',
    round: round + 1,
    untilMs: nowMs + fullMs * (1 - limits.openJitterRatio * random),
    openings,
    failures,
  };
};

const ask = (breaker: Breaker, nowMs: number, limits: BreakerLimits): BreakerStep => {
  switch (breaker.kind) {
    case 'closed':
      return { breaker, ticket: { round: breaker.round } };
    case 'open': {
      if (nowMs < breaker.untilMs) return { breaker, ticket: null };
      const { openings } = breaker;
      const round = breaker.round + 1;
      return {
        breaker: { kind: 'half-open', round, openings, admitted: 1, succeeded: 0, lastProbeMs: nowMs },
        ticket: { round },
      };
    }
    case 'half-open': {
      const lost = nowMs - breaker.lastProbeMs >= limits.probeMaxMs;
      if (breaker.admitted >= limits.probesMax && !lost) return { breaker, ticket: null };
      const admitted = lost ? breaker.succeeded + 1 : breaker.admitted + 1;
      return { breaker: { ...breaker, admitted, lastProbeMs: nowMs }, ticket: { round: breaker.round } };
    }
  }
};

const closedAfter = (
  breaker: Extract<Breaker, { kind: 'closed' }>,
  call: { readonly failed: boolean; readonly slow: boolean },
  nowMs: number,
  limits: BreakerLimits,
  random: number,
): Breaker => {
  const window = countCall(breaker.window, call, nowMs, limits);
  const { calls, failures, slow } = windowCounts(window, nowMs, limits);
  const bad = failures >= calls * limits.failureRatioMax || slow >= calls * limits.slowRatioMax;
  if (calls < limits.callsMin || !bad) return { ...breaker, window };
  return opened(breaker.round, 1, failures, nowMs, limits, random);
};

const probed = (
  breaker: Extract<Breaker, { kind: 'half-open' }>,
  bad: boolean,
  nowMs: number,
  limits: BreakerLimits,
  random: number,
): Breaker => {
  if (bad) return opened(breaker.round, breaker.openings + 1, 1, nowMs, limits, random);
  const succeeded = breaker.succeeded + 1;
  return succeeded >= limits.probesMax ? closedBreaker(breaker.round + 1) : { ...breaker, succeeded };
};

const outcome = (
  breaker: Breaker,
  event: Exclude<BreakerEvent, { kind: 'ask' }>,
  nowMs: number,
  limits: BreakerLimits,
  random: number,
): Breaker => {
  if (event.ticket.round !== breaker.round || breaker.kind === 'open') return breaker;
  if (event.kind === 'forget') {
    return breaker.kind === 'half-open'
      ? { ...breaker, admitted: Math.max(breaker.succeeded, breaker.admitted - 1) }
      : breaker;
  }
  const failed = event.kind === 'failure';
  const slow = event.durationMs > limits.slowMs;
  return breaker.kind === 'closed'
    ? closedAfter(breaker, { failed, slow }, nowMs, limits, random)
    : probed(breaker, failed || slow, nowMs, limits, random);
};

/**
 * One step of a circuit breaker. It is for dependencies that are dead: it saves the calls that would fail anyway.
 *
 * @param nowMs a clock that never goes back
 * @param random a number in [0, 1), used when it opens
 */
export const stepBreaker = (
  breaker: Breaker,
  event: BreakerEvent,
  nowMs: number,
  limits: BreakerLimits,
  random: number,
): BreakerStep =>
  event.kind === 'ask'
    ? ask(breaker, nowMs, limits)
    : { breaker: outcome(breaker, event, nowMs, limits, random), ticket: null };

/** What to show of a breaker. */
export const breakerFigures = (breaker: Breaker, nowMs: number, limits: BreakerLimits): BreakerFigures => {
  switch (breaker.kind) {
    case 'closed':
      return {
        state: 'CLOSED',
        failureCount: windowCounts(breaker.window, nowMs, limits).failures,
        nextAttemptMs: null,
      };
    case 'open':
      return { state: 'OPEN', failureCount: breaker.failures, nextAttemptMs: breaker.untilMs };
    case 'half-open':
      return { state: 'HALF_OPEN', failureCount: 0, nextAttemptMs: null };
  }
};
