import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { get, post } from './support/http.ts';
import { type System, startSystem } from './support/system.ts';

const SPANS_PER_REQUEST = 20;
const REQUESTS_BEFORE_KILL = 25;
const TASKS = 10;

let system: System | undefined;
afterEach(async () => {
  await system?.stop();
  system = undefined;
});

const hex = (length: number): string => randomBytes(length / 2).toString('hex');

/** An OTLP request whose spans name the run and themselves. */
const spansOf = (run: string, request: number): object => ({
  resourceSpans: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'durability' } }] },
      scopeSpans: [
        {
          spans: Array.from({ length: SPANS_PER_REQUEST }, (_, i) => ({
            traceId: hex(32),
            spanId: hex(16),
            name: 'work',
            kind: 1,
            startTimeUnixNano: `${BigInt(Date.now()) * 1_000_000n}`,
            endTimeUnixNano: `${BigInt(Date.now() + 1) * 1_000_000n}`,
            attributes: [
              { key: 'run', value: { stringValue: run } },
              { key: 'id', value: { stringValue: `${request}-${i}` } },
            ],
          })),
        },
      ],
    },
  ],
});

/** Sends until the store is gone; returns how many requests it acknowledged. */
const sendUntilGone = async (
  otlpUrl: string,
  run: string,
  onAcknowledged: (count: number) => void,
): Promise<number> => {
  let acknowledged = 0;
  const sender = async (first: number): Promise<void> => {
    for (let request = first; ; request += 4) {
      const answer = await post(`${otlpUrl}/v1/traces`, spansOf(run, request)).catch(() => null);
      if (answer === null) return;
      if (answer.status !== 200) continue;
      expect(answer.body.partialSuccess?.rejectedSpans ?? 0).toBe(0);
      acknowledged += 1;
      onAcknowledged(acknowledged);
    }
  };
  await Promise.all([0, 1, 2, 3].map(sender));
  return acknowledged;
};

describe('what was acknowledged outlives kill -9', () => {
  test('spans, when the store is killed while it takes them in', async () => {
    const before = await startSystem(18_900);
    system = before;
    const run = randomUUID();
    const acknowledged = await sendUntilGone(before.otlp_url, run, (count) => {
      if (count === REQUESTS_BEFORE_KILL) process.kill(before.process('telemetry-store').pid, 'SIGKILL');
    });
    expect(await before.exited).toBe(1);
    expect(acknowledged).toBeGreaterThanOrEqual(REQUESTS_BEFORE_KILL);

    system = await startSystem(18_900, { data: before.data });
    const { body } = await post(`${system.url('api-gateway')}/api/query`, {
      query: `source spans last 1h | filter $d.tags['run'] == '${run}' | aggregate count() as spans, distinct_count($d.tags['id']) as ids`,
    });
    const { spans, ids } = body.rows[0].$d;
    expect(ids).toBeGreaterThanOrEqual(acknowledged * SPANS_PER_REQUEST);
    expect(spans).toBe(ids);
  });

  test('tasks, when their worker is killed while it runs them', async () => {
    const before = await startSystem(18_900);
    system = before;
    const ids: string[] = [];
    for (let i = 0; i < TASKS; i += 1) {
      const payload = {
        user_input: `question ${i}`,
        query: 'source logs last 1h | count',
        intent: 'count',
        intent_confidence: 1,
        validation: { is_valid: true, syntax_score: 1, complexity_score: 0 },
        execution: null,
        trace_id: hex(32),
      };
      const { status, body } = await post(`${before.url('queue-service')}/enqueue`, { type: 'process_query', payload });
      expect(status, JSON.stringify(body)).toBe(202);
      ids.push(body.message_id);
    }
    process.kill(before.process('queue-worker').pid, 'SIGKILL');
    expect(await before.exited).toBe(1);

    system = await startSystem(18_900, { data: before.data });
    const queue = system.url('queue-service');
    const storage = system.url('storage-service');
    for (const id of ids) {
      await eventually(`task ${id} is completed`, async () =>
        (await get(`${queue}/status/${id}`)).body.status === 'completed' ? true : undefined,
      );
      expect((await get(`${storage}/processing/${id}`)).status).toBe(200);
    }
    expect((await get(`${storage}/counts`)).body.processing).toBe(ids.length);
  });
});
