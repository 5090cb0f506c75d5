import { captureTelemetry } from '@clearspan/instrumentation/capture';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, expect, it, vi } from 'vitest';
import { createLogger } from '../src/index.ts';
import { redacted } from '../src/redact.ts';
import { writeLines } from '../src/standard-output.ts';

const telemetry = captureTelemetry();
const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
afterAll(async () => {
  written.mockRestore();
  await telemetry.stop();
});

const key = fc.oneof(
  fc.constantFrom('service', 'reqId', 'trace_id', 'password', 'correlation.id', '0', 'a"b'),
  // Time is that of another moment in each of the two.
  fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name !== 'err' && name !== 'time'),
);
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(undefined, null, Number.NaN, '"', '\\', '\n'),
  fc.array(fc.integer(), { maxLength: 2 }),
);
const fields = fc.dictionary(key, value, { maxKeys: 6, noNullPrototype: true });

const withoutTime = (line: unknown): unknown => {
  const { time, ...others } = JSON.parse(String(line)) as Record<string, unknown>;
  expect(typeof time).toBe('number');
  return others;
};

it('writes the line that pino writes of the same fields', () => {
  fc.assert(
    fc.property(fields, fields, fc.string({ unit: 'binary' }), (own, said, message) => {
      written.mockClear();
      const lines: string[] = [];
      const peer = pino(
        { base: { service: 'shop' }, formatters: { log: redacted } },
        { write: (text) => void lines.push(text) },
      );
      peer.child(redacted(own)).info(said, message);
      createLogger('shop').child(own).info(said, message);
      writeLines();
      expect(withoutTime(written.mock.calls[0]?.[0])).toEqual(withoutTime(lines[0]));
    }),
    { numRuns: 500 },
  );
});

it('says what a field was when the line was said, not when it is written', () => {
  written.mockClear();
  const state = { step: 1 };
  createLogger('shop').info(state, 'stepped');
  state.step = 2;
  writeLines();
  expect(withoutTime(written.mock.calls[0]?.[0])).toMatchObject({ step: 1 });
});
