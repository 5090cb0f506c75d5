import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRowBatch, type DecodeContext, decodeOtlp } from '../../src/index.ts';
import { type Engine, openEngine } from '../support/engine.ts';

const CONTEXT: DecodeContext = { receivedNanos: 1_790_000_000_000_000_000n, requestId: 'numbers' };
const NUMBERS = 2_000;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine?.close());

/** What `n` reads as of the records with these bodies, `{"n": number}` as text or an OTLP double. */
const stored = async (bodies: readonly object[]): Promise<string[]> => {
  const batch = createRowBatch();
  const logRecords = bodies.map((body, n) => ({ timeUnixNano: `${1_790_000_000_000_000_000n + BigInt(n)}`, body }));
  const request = JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
  expect(decodeOtlp('logs', 'json', Buffer.from(request), batch, CONTEXT)).toMatchObject({ accepted: bodies.length });
  await engine.insert(batch);
  const rows = await engine.rows(
    `SELECT isValidJSON(d_json) AS valid, JSONExtractRaw(d_json, 'logRecord', 'body', 'n') AS n FROM otel.logs ORDER BY ts`,
  );
  await engine.run('TRUNCATE TABLE otel.logs');
  expect(rows.findIndex(({ valid }) => valid !== 1)).toBe(-1);
  return rows.map(({ n }) => String(n));
};

const inText = (number: string): object => ({ stringValue: `{"n":${number}}` });
const asDouble = (doubleValue: number): object => ({
  kvlistValue: { values: [{ key: 'n', value: { doubleValue } }] },
});

test('numbers at the ends of what the engine reads', async () => {
  const cases: readonly (readonly [body: object, read: string])[] = [
    [inText('18446744073709551615'), '18446744073709551615'],
    [inText('18446744073709551616'), '"18446744073709551616"'],
    [inText('-9223372036854775808'), '-9223372036854775808'],
    [inText('-9223372036854775809'), '"-9223372036854775809"'],
    [inText('900719925E740993'), '"900719925E740993"'],
    [inText('-9223372036854776000'), '-9223372036854776000'],
    [inText('100000000000000000001'), '"100000000000000000001"'],
    [inText('100000000000000000000'), '100000000000000000000'],
    [inText('1e20'), '100000000000000000000'],
    [inText('1e21'), '1e21'],
    [asDouble(1e20), '100000000000000000000'],
    [asDouble(-(2 ** 63)), '-9223372036854776000'],
    [asDouble(Number.MAX_VALUE), '1.7976931348623157e308'],
  ];
  expect(await stored(cases.map(([body]) => body))).toEqual(cases.map(([, read]) => read));
});

test('a record with any number in it can be read', async () => {
  const whole = fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }).map((value) => inText(String(value)));
  const double = fc.double({ noDefaultInfinity: true, noNaN: true });
  const large = fc.double({ min: -(10 ** 22), max: 10 ** 22, noNaN: true });
  const power = fc
    .tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -400, max: 400 }))
    .map(([digits, exponent]) => inText(`${digits}e${exponent}`));
  const any = fc.oneof(whole, power, double.map(asDouble), large.map(asDouble));
  await stored(fc.sample(any, NUMBERS));
});
