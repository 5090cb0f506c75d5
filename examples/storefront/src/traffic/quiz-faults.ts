import { dice } from '../faults/dice.ts';
import type { FaultParams } from '../faults/fault.ts';
import { FAULT_NAMES, type FaultName } from '../faults/fault-catalog.ts';

/** Every fault as it is adjusted for the quiz: strong enough to be found in a minute or two of usual traffic. */
export const QUIZ_PARAMS: Readonly<Record<FaultName, FaultParams>> = {
  route_latency: { route: '/product/:id', delay_ms: 900, jitter_ms: 300 },
  cache_disabled: {},
  payment_errors: { percent: 40 },
  dependency_unreachable: {},
  memory_leak: { bytes_per_request: 1_000_000, bytes_max: 200_000_000 },
  log_storm: { lines_per_request: 40 },
  bad_deploy: {},
  slow_query: { index: 'order_lines_by_order' },
  lock_contention: { hold_ms: 600, pause_ms: 100 },
  pool_exhaustion: { percent: 100 },
};

/** The fault of a quiz: the same for the same seed. */
export const quizFault = (seed: number): FaultName =>
  FAULT_NAMES[Math.floor(dice(seed)() * FAULT_NAMES.length)] as FaultName;
