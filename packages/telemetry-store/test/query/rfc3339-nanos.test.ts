import { timestampText } from '@clearspan/dataprime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rfc3339Nanos } from '../../src/index.ts';

test('every nanosecond is read back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 4n * 10n ** 18n }), (nanos) => {
      expect(rfc3339Nanos(timestampText(nanos))).toBe(nanos);
    }),
    { numRuns: 500 },
  );
});

test('offsets and short fractions', () => {
  expect(rfc3339Nanos('1970-01-01T01:00:00.5+01:00')).toBe(500_000_000n);
  expect(rfc3339Nanos('1970-01-01T00:00:01Z')).toBe(1_000_000_000n);
});
