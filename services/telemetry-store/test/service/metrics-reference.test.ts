import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { metricResponse } from '@clearspan/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { METRIC_LIMITS } from '../../src/limits.ts';
import { arbitraryMetric } from '../support/arbitrary-metric.ts';
import { type ReferenceQuestion, reference, type Sent } from '../support/metric-reference.ts';
import { metricsJson, type SentMetric } from '../support/metrics-json.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';

const FROM_MS = Date.parse('2026-09-21T14:00:00Z');
const LENGTH_MS = 600_000;
const LIMIT_MS = Number(process.env.LIMIT_MS ?? 120_000);
/** More, and the same again, by `RUNS=200 SEED=7 LIMIT_MS=900000`. */
const RUNS = {
  numRuns: Number(process.env.RUNS ?? 12),
  seed: Number(process.env.SEED ?? 20260921),
  // A disagreement is told while it is still being made smaller: the limit of the test would swallow it.
  interruptAfterTimeLimit: LIMIT_MS * 0.8,
  markInterruptAsFailure: true,
};

let dir: string;
let service: ServiceProcess;
let last = 0;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'metrics-reference-'));
  service = await runService(dir);
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await rm(dir, { recursive: true, force: true });
});

const send = async ({ resource, metric }: Sent): Promise<void> => {
  const body = metricsJson(resource, [metric]);
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${service.otlpUrl}/v1/metrics`, { method: 'POST', headers, body });
  expect(await answer.json()).toEqual({});
};

const ask = async (
  metric: string,
  { fromMs, toMs, stepMs, by, name, quantile }: ReferenceQuestion,
): Promise<ReadonlyMap<string, readonly (number | null)[]>> => {
  const question = new URLSearchParams({
    metric,
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
    step_s: String(stepMs / 1000),
    function: name,
    limit: '200',
    ...(quantile === undefined ? {} : { quantile: String(quantile) }),
  });
  for (const key of by) question.append('by', key);
  const answer = await fetch(`${service.url}/api/metrics/query?${question.toString()}`);
  const body = await answer.json();
  expect(answer.status, JSON.stringify(body)).toBe(200);
  const { series } = metricResponse.parse(body);
  return new Map(
    series.map(({ labels, points }) => [
      JSON.stringify(by.map((key) => labels[key])),
      points.map(({ value }) => value),
    ]),
  );
};

/** The same values, each to nine digits: the engine adds in an order of its own. */
const expectSame = (
  found: ReadonlyMap<string, readonly (number | null)[]>,
  expected: ReadonlyMap<string, readonly (number | null)[]>,
  told: string,
): void => {
  for (const [key, values] of expected) {
    for (const [step, value] of values.entries()) {
      const answer = found.get(key)?.[step] ?? null;
      const where = `${told} of ${key}, step ${step}: expected ${value}, found ${answer}`;
      const near =
        value === null || answer === null
          ? value === answer
          : Math.abs(value - answer) <= 1e-9 * Math.max(1, Math.abs(value));
      expect(near, where).toBe(true);
    }
  }
  expect([...found.keys()].filter((key) => !expected.has(key))).toEqual([]);
};

interface Case {
  readonly type: SentMetric['type'];
  readonly monotonic?: boolean;
  /** Whether its series have a temporality, each one of its own. */
  readonly temporal: boolean;
  readonly names: readonly string[];
}

const CASES: readonly Case[] = [
  { type: 'gauge', temporal: false, names: ['last', 'avg', 'min', 'max', 'sum'] },
  { type: 'sum', monotonic: true, temporal: true, names: ['rate', 'increase'] },
  { type: 'sum', monotonic: false, temporal: true, names: ['rate', 'increase'] },
  // Without a temporality, which is taken to be cumulative.
  {
    type: 'sum',
    monotonic: false,
    temporal: false,
    names: ['last', 'avg', 'min', 'max', 'sum', 'rate', 'increase'],
  },
  { type: 'histogram', temporal: true, names: ['rate', 'increase', 'avg', 'quantile'] },
  { type: 'exponentialHistogram', temporal: true, names: ['rate', 'increase', 'avg', 'quantile'] },
  { type: 'summary', temporal: false, names: ['rate', 'increase', 'avg'] },
];

test.each(CASES)(
  '$type (monotonic $monotonic): $names are those of the reference',
  async (one) => {
    const question = fc.record({
      by: fc.constantFrom([], ['a'], ['a', 'b'], ['resource.service.name', 'absent']),
      stepMs: fc.constantFrom(10_000, 60_000, 90_000, LENGTH_MS),
      quantile: fc.constantFrom(0, 0.25, 0.5, 0.95, 1),
    });
    const metric = arbitraryMetric(one.type, FROM_MS, one);
    await fc.assert(
      fc.asyncProperty(metric, question, async (sentAs, { by, stepMs, quantile }) => {
        last += 1;
        const metricName = `metric.${last}`;
        const sent = sentAs(metricName);
        for (const each of sent) await send(each);
        for (const name of one.names) {
          const asked: ReferenceQuestion = {
            fromMs: FROM_MS,
            toMs: FROM_MS + LENGTH_MS,
            lookbackMs: METRIC_LIMITS.lookbackMs,
            stepMs,
            by,
            name,
            ...(name === 'quantile' ? { quantile } : {}),
          };
          expectSame(await ask(metricName, asked), reference(sent, asked), name);
        }
      }),
      RUNS,
    );
  },
  LIMIT_MS,
);
