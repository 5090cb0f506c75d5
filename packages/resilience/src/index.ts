export { type BackoffLimits, backoffMs } from './backoff.ts';
export {
  BREAKER_DEFAULTS,
  type Breaker,
  type BreakerEvent,
  type BreakerFigures,
  type BreakerLimits,
  type BreakerStep,
  breakerFigures,
  closedBreaker,
  stepBreaker,
  type Ticket,
} from './breaker.ts';
export { type CallWindow, countCall, emptyWindow, type WindowCounts, windowCounts } from './call-window.ts';
export { createGcra, type Gcra, type GcraDecision, type GcraLimits, type GcraState } from './gcra.ts';
