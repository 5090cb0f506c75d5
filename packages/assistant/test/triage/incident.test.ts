import type { Bundle, BundleResult } from '@clearspan/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenWorld, openWorld } from '../../eval/open-world.ts';
import { NOW_NANOS } from '../../eval/worlds/seeded.ts';
import { readBundle } from '../../src/index.ts';
import { FAULT_MESSAGE, INCIDENT_MS, incidentLines } from '../worlds/incident.ts';
import { bundleOf, findingOf, partOf } from './part-of.ts';

const QUARTER_MS = 15 * 60_000;

/** Plans, runs every part in the engine, and reads. */
const look = async (world: OpenWorld, question: string): Promise<Bundle> => {
  const planned = bundleOf(question, { catalog: world.catalog, nowNanos: NOW_NANOS });
  const results: BundleResult[] = [];
  for (const { id, query } of planned.parts) {
    const ran = await world.run(query);
    results.push(ran.ok ? { id, result: ran.result } : { id, error: { code: 'FAILED', message: ran.message } });
  }
  return readBundle(planned, results);
};

const standing = ({ parts }: Bundle): readonly string[] =>
  parts.filter(({ finding }) => finding?.stands_out).map(({ id }) => id);

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever was written.
const parsed = (lines: readonly string[]): readonly any[] => lines.map((line) => JSON.parse(line));

describe('with an incident', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld(incidentLines(true));
  });
  afterAll(() => world?.close());

  test('every part has an answer, and what was planted stands out', async () => {
    const got = await look(world, 'is anything broken?');
    expect(got.parts.filter(({ error }) => error)).toEqual([]);
    expect(standing(got)).toEqual([
      'errors-logs',
      'failures-spans',
      'latency-spans',
      'attributes-failing-spans',
      'attributes-slow-spans',
      'volume-spans',
      'volume-logs',
      'messages-logs',
    ]);
    expect(got.summary).toMatch(/^8 of 9 looks stand out: /);
    expect(findingOf(got, 'volume-spans').sentence).toMatch(/^mail is gone: 0 \(\d+ before\)\./);
    expect(findingOf(got, 'messages-logs').sentence).toContain(`'${FAULT_MESSAGE}' in payments`);
  });

  test('the counts are those of the lines', async () => {
    const errors = parsed(incidentLines(true).logs).filter(({ $m }) => $m.severity === 5);
    const within = (from: number, to: number, text: string): number =>
      errors.filter(({ $m, $l, $d }) => {
        const ms = Date.parse($m.timestamp);
        return ms >= from && ms < to && $d.message === text && $l.subsystemname === 'payments';
      }).length;
    const now = within(INCIDENT_MS, INCIDENT_MS + QUARTER_MS, FAULT_MESSAGE);
    const [row] = findingOf(await look(world, 'is anything broken?'), 'errors-logs').rows;
    expect(row?.slice(0, 4)).toEqual(['payments', FAULT_MESSAGE, now, 0]);
  });

  test('slow calls differ most in where they come from and what they do', async () => {
    const got = await look(world, 'why is payments slow?');
    expect(got.parts[0]).toMatchObject({ id: 'latency-spans' });
    expect(got.parts[0]?.finding?.sentence).toMatch(
      /^Slower than before: POST \/charge in payments, median [\d.]+ ms \([\d.]+ ms before\), p95 [\d.]+ ms \([\d.]+ ms before\)/,
    );
    const { rows } = findingOf(got, 'attributes-slow-spans');
    expect(
      rows
        .slice(0, 2)
        .map(([attribute, value]) => `${attribute} ${value}`)
        .toSorted(),
    ).toEqual(['operationName POST /charge', 'tags.region ap-south-1']);
    expect(rows.some(([attribute]) => String(attribute).includes('ring'))).toBe(false);
  });

  test('a query that is run by hand gives the numbers that were told', async () => {
    const got = await look(world, 'why is payments failing?');
    const part = partOf(got, 'failures-spans');
    const ran = await world.run(part.query);
    if (!ran.ok) throw new Error(ran.message);
    const [first] = part.finding?.rows ?? [];
    expect(ran.result.rows.map(({ $d }) => [$d?.service, $d?.operation, $d?.now, $d?.before])).toContainEqual(
      first?.slice(0, 4),
    );
  });

  test('the slowest trace is one of the data', async () => {
    const { trace_id } = findingOf(await look(world, 'why is payments slow?'), 'slowest-spans');
    const durations = parsed(incidentLines(true).spans).filter(({ $m }) => Date.parse($m.timestamp) >= INCIDENT_MS);
    const slowest = durations.reduce((a, b) => (b.$m.duration > a.$m.duration ? b : a));
    expect(trace_id).toBe(slowest.$d.traceID);
  });

  test('what changed tells of what is gone, too', async () => {
    const got = await look(world, 'what changed in the last 15 minutes?');
    expect(findingOf(got, 'volume-spans').rows[0]?.slice(0, 2)).toEqual(['mail', 0]);
    const { rows } = findingOf(got, 'attributes-changed-spans');
    expect(rows[0]?.slice(0, 2)).toEqual(['serviceName', 'mail']);
  });

  test('a time before the incident has nothing to tell', async () => {
    const got = await look(world, 'why is payments slow between 14:02 and 14:08?');
    expect(standing(got)).toEqual([]);
    expect(got.summary).toMatch(
      /^Nothing stands out against the time before: \d+ spans in the window, \d+ before; \d+ log lines/,
    );
  });

  test('a window without data says that it has too little', async () => {
    const got = await look(world, 'why is payments slow between 09:00 and 10:00?');
    expect(standing(got)).toEqual([]);
    expect(findingOf(got, 'volume-spans').sentence).toBe(
      'Too little data to compare: 0 spans in the window, 0 before, and 20 are needed in each.',
    );
    expect(findingOf(got, 'latency-spans').sentence).toMatch(/^Too little data to compare/);
    expect(findingOf(got, 'attributes-slow-spans').sentence).toMatch(/^Too little data to compare/);
  });
});

describe('without an incident', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld(incidentLines(false));
  });
  afterAll(() => world?.close());

  test.each([
    'is anything broken?',
    'why is payments slow?',
    'why are charges failing?',
    'what changed in the last 15 minutes?',
    'what is different about the slow requests?',
  ])('%s: nothing stands out, with the numbers that were looked at', async (question) => {
    const got = await look(world, question);
    expect(got.parts.filter(({ error }) => error)).toEqual([]);
    expect(standing(got)).toEqual([]);
    expect(got.summary).toMatch(/^Nothing stands out against the time before: /);
    for (const { finding } of got.parts) expect(finding?.sentence).toMatch(/\d/);
  });
});

describe('with charges that take a tenth longer than always', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    const { logs, spans } = incidentLines(false);
    const steady = parsed(spans).map((span, at) => {
      const longer = span.$l.operationName === 'POST /charge' && Date.parse(span.$m.timestamp) >= INCIDENT_MS;
      span.$m.duration = (10_000 + (at % 200)) * (longer ? 1.1 : 1);
      return JSON.stringify(span);
    });
    world = await openWorld({ logs, spans: steady });
  });
  afterAll(() => world?.close());

  test('hardly longer is not slow, though every call is over the 95th percentile of before', async () => {
    const got = await look(world, 'why is payments slow?');
    expect(standing(got)).toEqual([]);
    expect(findingOf(got, 'latency-spans').rows[0]?.[5]).toMatch(/^(\d+) of \1 /);
  });
});
