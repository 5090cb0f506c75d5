import { expect, test } from 'vitest';
import { enqueueRequest, TASK_PAYLOADS } from '../src/index.ts';

test.each(Object.keys(TASK_PAYLOADS))('%s is a type that can be asked for', (type) =>
  expect(enqueueRequest.safeParse({ type, payload: {} }).success).toBe(true),
);

test('a payload as the first version wrote it is still read', () => {
  const execution = {
    row_count: 1,
    scanned_rows: 3,
    scanned_bytes: 300,
    execution_time_ms: 2,
    truncated: false,
    columns: [{ name: '_count', path: ['_count'], type: 'number' }],
    sample: [{ $d: { _count: 3 } }],
  };
  const payload = {
    user_input: 'how many logs',
    query: 'source logs | count',
    intent: 'count',
    intent_confidence: 0.9,
    validation: { is_valid: true, syntax_score: 1, complexity_score: 5 },
    execution,
    trace_id: 'a'.repeat(32),
  };
  expect(TASK_PAYLOADS.process_query.parse(payload)).toEqual(payload);
  expect(TASK_PAYLOADS.process_query.parse({ ...payload, execution: null }).execution).toBeNull();
});
