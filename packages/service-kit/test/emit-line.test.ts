import { captureTelemetry } from '@clearspan/instrumentation/capture';
import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import { lineAttributes } from '../src/emit-line.ts';
import { createLogger } from '../src/index.ts';
import { writeLines } from '../src/standard-output.ts';

const telemetry = captureTelemetry();
const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
afterAll(async () => {
  written.mockRestore();
  await telemetry.stop();
});

/** Names of the logger's own among them, and such that it treats in its own way. */
const key = fc.oneof(
  fc.constantFrom('level', 'time', 'msg', 'service', 'err', 'reqId', 'pid', 'span_id', 'token', 'a'),
  fc.string({ minLength: 1, maxLength: 8 }),
);
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  // Of zero JSON has one only.
  fc.double().map((number) => number + 0),
  fc.boolean(),
  fc.constantFrom(undefined, null, new Date(0), new Error('inner'), Number.NaN, () => 1, Symbol('s')),
  fc.array(fc.string(), { maxLength: 2 }),
  fc.dictionary(fc.string({ maxLength: 4 }), fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxKeys: 3 }),
);
const fields = fc.dictionary(key, value, { maxKeys: 6, noNullPrototype: true });

it('emits what stands in the line, whatever it is made of', () => {
  fc.assert(
    fc.property(
      fields,
      fields,
      fc.oneof(fc.string(), fc.constant(undefined)),
      fc.boolean(),
      (own, said, message, odd) => {
        telemetry.clear();
        written.mockClear();
        const serializers = odd ? { serializers: { a: () => ({ instead: 1 }) } } : {};
        createLogger('shop')
          .child(own, serializers)
          .child({ reqId: 'r1' })
          .info(said, message as string);
        writeLines();
        const line = JSON.parse(String(written.mock.calls[0]?.[0])) as Record<string, unknown>;
        const [record] = telemetry.logs();
        expect(record?.attributes).toEqual(lineAttributes(line));
        expect(record?.body).toEqual(typeof line.msg === 'string' ? line.msg : '');
        if (typeof line.time === 'number' && said.time === undefined && own.time === undefined)
          expect(record?.hrTime).toEqual([Math.floor(line.time / 1_000), Math.round((line.time % 1_000) * 1e6)]);
      },
    ),
    { numRuns: 500 },
  );
});
