import { histogram, suppressed } from '@clearspan/instrumentation';
import type { Ticket } from '@clearspan/resilience';
import { context } from '@opentelemetry/api';
import { type CallClock, startClock } from './call-clock.ts';
import { type CallError, transportError } from './call-error.ts';
import type { CallRequest } from './call-request.ts';
import { endClientSpan, startClientSpan } from './client-span.ts';
import { type Exchanged, exchange } from './exchange.ts';
import { type Peer, urlOf } from './peers.ts';
import type { Ending } from './service-record.ts';

/** Less time than this to begin with says nothing about the service when it runs out. */
const FAIR_MS = 250;

const duration = histogram('http_client_request_duration_seconds', {
  description: 'Duration of calls to other services',
});

/** What a call is launched with. */
export interface Launch {
  readonly request: CallRequest<string>;
  readonly peer: Peer;
  readonly ticket: Ticket;
  readonly allowedMs: number;
  readonly agent: string;
  readonly now: () => number;
}

/** A call under way. */
export interface Flight {
  readonly request: CallRequest<string>;
  readonly clock: CallClock;
  /** The head of the answer. */
  readonly exchanged: Promise<Exchanged>;
  elapsedMs(): number;
  /** What an error of the network means, given that the clock may have caused it. */
  errorOf(error: unknown): CallError;
  /** Tells the breaker, the figures and the span how it ended. Called exactly once. */
  settle(status: number | undefined, error: CallError | null, resends: number): void;
}

const endingOf = (error: CallError | null, durationMs: number, allowedMs: number): Ending => {
  if (!error) return { kind: 'success', durationMs };
  if (error.code === 'CANCELLED') return { kind: 'forget' };
  if (error.code === 'DEADLINE_EXCEEDED' && error.status === undefined && allowedMs < FAIR_MS)
    return { kind: 'forget' };
  const isCallers = error.status !== undefined && error.status < 500;
  return isCallers ? { kind: 'success', durationMs } : { kind: 'failure', durationMs, message: error.message };
};

const clockError = (service: string, allowedMs: number, ended: 'deadline' | 'cancelled'): CallError =>
  ended === 'cancelled'
    ? { code: 'CANCELLED', message: `the call to ${service} was given up by its caller` }
    : { code: 'DEADLINE_EXCEEDED', message: `${service} did not answer within ${Math.round(allowedMs)} ms` };

/** Sends the request; the ticket of the breaker is handed back when the flight is settled. */
export const launch = ({ request, peer, ticket, allowedMs, agent, now }: Launch): Flight => {
  const { service, method, untraced } = request;
  const started = now();
  const elapsedMs = (): number => now() - started;
  const url = urlOf(peer.base, request);
  const clock = startClock(allowedMs, request.signal);
  const traced = untraced ? null : startClientSpan(request, url);
  const within = traced?.within ?? suppressed(() => context.active());
  const leftMs = (): number => allowedMs - elapsedMs();
  return {
    request,
    clock,
    exchanged: exchange(peer.pool, { request, url, within, signal: clock.signal, agent, leftMs }),
    elapsedMs,
    errorOf: (error) => {
      const ended = clock.ended();
      return ended ? clockError(service, allowedMs, ended) : transportError(service, error);
    },
    settle: (status, error, resends) => {
      const tookMs = elapsedMs();
      clock.release();
      peer.record.settle(ticket, endingOf(error, tookMs, allowedMs));
      duration.record(tookMs / 1000, { service, method, status: status ?? error?.code ?? 'none' });
      if (traced) endClientSpan(traced.span, status, error, resends);
    },
  };
};
