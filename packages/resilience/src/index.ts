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
export { createGcra, type Gcra, type GcraDecision, type GcraLimits, type GcraState } from './gcra.ts';
