import {
  type Breaker,
  type BreakerLimits,
  breakerFigures,
  closedBreaker,
  stepBreaker,
  type Ticket,
} from '@clearspan/resilience';
import { createLatencyWindow, LATENCY_WINDOW_MS, type LatencyFigures } from './latency-window.ts';
import type { ServiceStatus } from './service-status.ts';

/** How a call ended, as far as the service is concerned. */
export type Ending =
  | { readonly kind: 'success'; readonly durationMs: number }
  | { readonly kind: 'failure'; readonly durationMs: number; readonly message: string }
  /** The caller gave up: the service is neither better nor worse for it. */
  | { readonly kind: 'forget' };

/** The breaker and the figures of one service. */
export interface ServiceRecord {
  /** A ticket when a call may go out, null when the breaker refuses it. */
  admit(): Ticket | null;
  settle(ticket: Ticket, ending: Ending): void;
  status(): ServiceStatus;
  /** 0 closed, 1 half-open, 2 open. */
  breakerLevel(): number;
  /** How long an open breaker still refuses, in milliseconds. */
  refusesForMs(): number;
}

export interface RecordClock {
  /** Never goes back. */
  readonly now: () => number;
  /** Unix time in milliseconds, for what is shown. */
  readonly wall: () => number;
  /** In [0, 1). */
  readonly random: () => number;
}

const FAILURES_IN_A_ROW_MAX = 3;
const LEVEL = { CLOSED: 0, HALF_OPEN: 1, OPEN: 2 } as const;

const metricsOf = (figures: LatencyFigures | null): ServiceStatus['metrics'] =>
  figures && {
    windowMs: LATENCY_WINDOW_MS,
    requestCount: figures.calls,
    errorCount: figures.errors,
    averageResponseTime: figures.averageMs,
    p50ResponseTime: figures.p50Ms,
    p95ResponseTime: figures.p95Ms,
    p99ResponseTime: figures.p99Ms,
    throughput: Math.round((figures.calls / LATENCY_WINDOW_MS) * 1e5) / 100,
    errorRate: Math.round((figures.errors / figures.calls) * 1e4) / 1e4,
  };

const healthOf = (
  breaker: ServiceStatus['circuitBreaker']['state'],
  failuresInARow: number,
  figures: LatencyFigures | null,
): ServiceStatus['health']['status'] => {
  if (breaker === 'OPEN') return 'unhealthy';
  if (!figures) return 'unknown';
  if (failuresInARow >= FAILURES_IN_A_ROW_MAX || figures.errors === figures.calls) return 'unhealthy';
  return breaker === 'HALF_OPEN' || figures.errors > 0 ? 'degraded' : 'healthy';
};

export const createServiceRecord = (
  url: string,
  limits: BreakerLimits,
  { now, wall, random }: RecordClock,
): ServiceRecord => {
  let breaker: Breaker = closedBreaker();
  const window = createLatencyWindow();
  let failuresInARow = 0;
  let last: { readonly atMs: number; readonly durationMs: number; readonly error: string | null } | null = null;
  const iso = (atMs: number): string => new Date(wall() + atMs - now()).toISOString();
  return {
    admit: () => {
      const step = stepBreaker(breaker, { kind: 'ask' }, now(), limits, random());
      breaker = step.breaker;
      return step.ticket;
    },
    settle: (ticket, ending) => {
      const nowMs = now();
      if (ending.kind === 'forget') {
        breaker = stepBreaker(breaker, { kind: 'forget', ticket }, nowMs, limits, 0).breaker;
        return;
      }
      const { kind, durationMs } = ending;
      breaker = stepBreaker(breaker, { kind, ticket, durationMs }, nowMs, limits, random()).breaker;
      window.add(durationMs, kind === 'failure', nowMs);
      failuresInARow = kind === 'failure' ? failuresInARow + 1 : 0;
      last = { atMs: nowMs, durationMs, error: ending.kind === 'failure' ? ending.message : null };
    },
    status: () => {
      const nowMs = now();
      const { state, failureCount, nextAttemptMs } = breakerFigures(breaker, nowMs, limits);
      const figures = window.figures(nowMs);
      return {
        url,
        health: {
          status: healthOf(state, failuresInARow, figures),
          responseTime: last ? Math.round(last.durationMs * 100) / 100 : null,
          uptime: figures ? Math.round((1 - figures.errors / figures.calls) * 1e4) / 100 : null,
          consecutiveFailures: failuresInARow,
          lastCheck: last ? iso(last.atMs) : null,
          error: last?.error ?? null,
        },
        circuitBreaker: { state, failureCount, nextAttemptTime: nextAttemptMs === null ? null : iso(nextAttemptMs) },
        metrics: metricsOf(figures),
      };
    },
    breakerLevel: () => LEVEL[breakerFigures(breaker, now(), limits).state],
    refusesForMs: () => (breaker.kind === 'open' ? Math.max(0, breaker.untilMs - now()) : 0),
  };
};
