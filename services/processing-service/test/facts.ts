import type { ProcessQueryPayload } from '@clearspan/contracts';
import { type Execution, type Facts, factsOf } from '../src/core/facts.ts';

export const execution = (more: Partial<Execution> = {}): Execution => ({
  row_count: 3,
  scanned_rows: 400,
  scanned_bytes: 80_000,
  execution_time_ms: 12.4,
  truncated: false,
  columns: [
    { name: 'service', path: ['$l', 'subsystemname'], type: 'string' },
    { name: 'errors', path: ['$d', 'errors'], type: 'number' },
  ],
  sample: [
    { $l: { subsystemname: 'checkout' }, $d: { errors: 80 } },
    { $l: { subsystemname: 'cart' }, $d: { errors: 15 } },
    { $l: { subsystemname: 'search' }, $d: { errors: 5 } },
  ],
  ...more,
});

export const payload = (more: Partial<ProcessQueryPayload> = {}): ProcessQueryPayload => ({
  user_input: 'errors by service in the last hour',
  query:
    'source logs last 1h | filter $m.severity == ERROR | groupby $l.subsystemname as service aggregate count() as errors',
  intent: 'count',
  intent_confidence: 0.9,
  validation: { is_valid: true, syntax_score: 1, complexity_score: 20 },
  execution: execution(),
  trace_id: 'a'.repeat(32),
  ...more,
});

export const facts = (more: Partial<ProcessQueryPayload> = {}): Facts => factsOf(payload(more));
