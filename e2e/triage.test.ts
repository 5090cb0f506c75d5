import type { Bundle, BundlePart, TraceResponse } from '@clearspan/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { post } from './support/http.ts';
import { type Shop, shopOf } from './support/shop.ts';
import { clearspan, type System, startSystem } from './support/system.ts';

interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** The statement that the fault slows down, as spans of the shop name it. */
const SLOWED = /query_execution|database_query|\/db\/query|order_lines/;
/** Spans of the statement, or lines of refused payments, before a window is long enough. */
const SEEN_MIN = 15;
const STATEMENTS = "source spans | filter $l.operationName == 'query_execution' | count into n";
const REFUSALS = "source logs | filter logRecord.body ~ 'refused the reservation' | count into n";

let system: System;
let shop: Shop;
/** One after the other: calm, calm, the slow query, the slow query off and payments refused. */
const windows: Record<'first' | 'calm' | 'slow' | 'refused', Window> = {} as never;

const demo = async (...args: readonly string[]): Promise<void> => {
  const { code, stderr } = await clearspan(['demo', ...args, '--data', system.data]);
  if (code !== 0) throw new Error(`demo ${args.join(' ')} ended with ${code}: ${stderr}`);
};

/** From now on until the store has enough of what the query counts. */
const longEnough = async (query: string): Promise<Window> => {
  const from = new Date();
  return eventually(
    `${SEEN_MIN} of ${query} since ${from.toISOString()}`,
    async () => {
      const to = new Date();
      const rows = await shop.query(query, { from, to });
      return Number(rows[0]?.$d.n) >= SEEN_MIN ? { from, to } : undefined;
    },
    90_000,
  );
};

beforeAll(async () => {
  system = await startSystem(19_400, {
    examples: ['storefront'],
    env: { STOREFRONT_TRAFFIC: 'off', STOREFRONT_CACHE_TTL_MS: '200', RATE_LIMIT_PER_MINUTE: '10000' },
  });
  shop = shopOf(system);
  await demo('traffic', 'start', '--rate', '8', '--users', '30', '--think-ms', '200', '--seed', '7');
  windows.first = await longEnough(STATEMENTS);
  windows.calm = await longEnough(STATEMENTS);
  await shop.on('slow_query');
  windows.slow = await longEnough(STATEMENTS);
  await shop.off('slow_query');
  await shop.on('payment_errors', { percent: 60 });
  windows.refused = await longEnough(REFUSALS);
  await demo('traffic', 'stop');
}, 400_000);

afterAll(() => system?.stop());

interface Asked {
  readonly bundle: Bundle;
  readonly trace_id: string;
  readonly services_called: readonly string[];
}

const ask = async (user_input: string, { from, to }: Window): Promise<Asked> => {
  const body = { user_input, time_range: { from: from.toISOString(), to: to.toISOString() } };
  return eventually(`a bundle for ${user_input}`, async () => {
    const { status, body: answer } = await post(`${system.url('api-gateway')}/api/generate-query`, body);
    return status === 200 && answer.kind === 'clarify' && answer.bundle ? answer : undefined;
  });
};
const standing = ({ parts }: Bundle): readonly BundlePart[] => parts.filter(({ finding }) => finding?.stands_out);
/** Of the statement, by the very query that the bundle tells of. */
const medianOf = async ({ parts }: Bundle): Promise<number> => {
  const query = parts.find(({ kind }) => kind === 'latency')?.query ?? '';
  const rows = await shop.query(query, windows.first);
  return Number(rows.find(({ $d }) => $d.operation === 'query_execution' && $d.period === 'now')?.$d.median);
};
const firstRow = ({ finding }: BundlePart): string => JSON.stringify(finding?.rows[0] ?? []);

describe.each(['why is the shop slow?', 'why is database-service slow?'])('%s', (question) => {
  test('shows the slow statement first while it is slow', async () => {
    const { bundle } = await ask(question, windows.slow);
    expect(bundle.parts.filter(({ error }) => error)).toEqual([]);
    const [latency, ...others] = standing(bundle);
    expect(latency?.kind).toBe('latency');
    expect(latency?.finding?.rows[0]?.[0]).toBe('database-service');
    expect(latency && firstRow(latency)).toMatch(SLOWED);
    const attributes = others.find(({ kind }) => kind === 'attributes');
    expect(JSON.stringify(attributes?.finding?.rows)).toMatch(SLOWED);
  });

  test('does not show it before', async () => {
    const { bundle } = await ask(question, windows.calm);
    expect(bundle.parts.filter(({ error }) => error)).toEqual([]);
    const attributes = standing(bundle).filter(({ kind }) => kind === 'attributes');
    for (const part of attributes) expect(firstRow(part)).not.toMatch(SLOWED);
    // A machine with other work may have every call take longer than a minute ago, but not as the fault does.
    expect(await medianOf(bundle)).toBeLessThan((await medianOf((await ask(question, windows.slow)).bundle)) / 10);
  });
});

test('is anything broken? shows the errors that began', async () => {
  const { bundle } = await ask('is anything broken?', windows.refused);
  const [first] = standing(bundle);
  expect(first).toMatchObject({ kind: 'errors', dataset: 'logs' });
  const said = JSON.stringify(first?.finding?.rows);
  expect(said).toContain('the payment provider refused the reservation');
  const failing = standing(bundle).find(({ compared }) => compared === 'failing');
  expect(failing?.finding?.sentence).toMatch(/^Differs most in .+ = '.+': [\d,]+ of [\d,]+ \(.+\) failing/);
});

test('a query that is run by hand has the numbers that were told', async () => {
  const { bundle } = await ask('why is database-service slow?', windows.slow);
  const latency = bundle.parts.find(({ kind }) => kind === 'latency') as BundlePart;
  const rows = await shop.query(latency.query, windows.first);
  const [service, operation, calls, , , over] = latency.finding?.rows[0] ?? [];
  const of = (period: string) =>
    rows.find(({ $d }) => $d.service === service && $d.operation === operation && $d.period === period)?.$d;
  expect(calls).toBe(`${of('now').calls} (${of('before').calls} before)`);
  expect(over).toBe(`${of('now').slow} of ${of('now').calls} (${of('before').slow} of ${of('before').calls} before)`);
});

test('is one trace: each part is checked and run below its root, and read once', async () => {
  const { bundle, trace_id } = await ask('is anything broken?', windows.slow);
  const named = ({ spans }: TraceResponse, name: string) => spans.filter((span) => span.name === name);
  const trace = await shop.trace(
    trace_id,
    (one) =>
      named(one, 'telemetry_store.execute_dataprime').length === bundle.parts.length &&
      named(one, 'query_service.read_bundle').length > 0,
  );
  const root = trace.spans.find(({ parent_id }) => parent_id === null);
  expect(root?.name).toBe('api_gateway.generate_query_pipeline');
  for (const name of ['api_gateway.call_validation_service', 'api_gateway.execute_query'])
    expect(named(trace, name).map(({ parent_id }) => parent_id)).toEqual(bundle.parts.map(() => root?.span_id));
  expect(named(trace, 'query_service.read_bundle')).toHaveLength(1);
});

test('the command line shows the same, and ends well', async () => {
  const { from, to } = windows.slow;
  const window = ['--from', from.toISOString(), '--to', to.toISOString()];
  const question = ['--url', system.url('api-gateway'), 'why is database-service slow?'];
  const { code, stdout } = await clearspan(['ask', '--run', ...window, ...question]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^What is slow in database-service, /);
  expect(stdout).toMatch(
    /\n! Latency by operation\nSlower than before: (?:query_execution|database_query) in database-service, /,
  );
});
