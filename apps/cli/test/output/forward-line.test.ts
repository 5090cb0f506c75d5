import { expect, test } from 'vitest';
import { forwardLine } from '../../src/output/forward-line.ts';

test('how a target does, with what waits and what went wrong last', () => {
  const fine = {
    target: 'tempo',
    endpoint: 'http://127.0.0.1:4418',
    queued_bytes: 0,
    oldest_age_s: null,
    sent: 120,
    rejected_records: 0,
    refused: 0,
    dropped: 0,
    skipped: 0,
    last_error: null,
  };
  const failing = {
    ...fine,
    target: 'coralogix',
    queued_bytes: 3_145_728,
    oldest_age_s: 90,
    dropped: 7,
    last_error: { message: 'the answer was 503', at: '2026-01-05T09:00:00.000Z' },
  };
  expect([fine, failing].map(forwardLine).join('')).toMatchInlineSnapshot(`
    "sent on to tempo: 120 requests, 0 refused, 0 dropped; 0 B waiting
    sent on to coralogix: 120 requests, 0 refused, 7 dropped; 3.1 MB waiting, the oldest for 1 min; last error at 2026-01-05T09:00:00.000Z: the answer was 503
    "
  `);
});
