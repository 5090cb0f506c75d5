import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { exportResponse } from '@clearspan/telemetry-store';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Forwarding } from '../../src/forward/forwarding.ts';
import { type ForwardParts, logRequest, openForwardParts } from '../support/forward-parts.ts';
import { logsJson, protobufOf, tracesJson } from '../support/otlp-payload.ts';
import {
  type OtlpTarget,
  recordsOf,
  startTarget,
  type TargetAnswer,
  type TargetRequest,
} from '../support/otlp-target.ts';

let parts: ForwardParts;
let targets: OtlpTarget[];
beforeEach(async () => {
  parts = await openForwardParts();
  targets = [];
});
afterEach(async () => {
  await parts.close();
  await Promise.all(targets.map((target) => target.close()));
});

const started = async (
  answer?: (request: TargetRequest, nth: number) => TargetAnswer,
  port?: number,
): Promise<OtlpTarget> => {
  const target = await startTarget(answer, port);
  targets.push(target);
  return target;
};

/** The texts of `logRequest` that these requests hold. */
const texts = (requests: readonly TargetRequest[]): string[] =>
  requests.flatMap(({ plain }) => /<(text-\d+)>/.exec(plain)?.[1] ?? []);
const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `text-${from + i}`);
const finish = (from: number, to: number): Promise<void> =>
  parts.finish(...numbered(from, to).map((text) => logRequest(text)));

/** Looks until nothing waits any more. */
const settled = async ({ states }: Pick<Forwarding, 'states'>): Promise<void> => {
  while (states().some(({ queuedBytes }) => queuedBytes > 0)) await new Promise((turn) => setImmediate(turn));
};

describe('a target that takes', () => {
  test('everything arrives once, with the headers of the target', async () => {
    const target = await started();
    const forwarding = await parts.open({
      TELEMETRY_STORE_FORWARD: `tempo=${target.url}/base/`,
      TELEMETRY_STORE_FORWARD_TEMPO_HEADERS: 'authorization=Bearer%20swordfish',
    });
    await finish(1, 10);
    await finish(11, 13);
    await settled(forwarding);
    expect(texts(target.seen).sort()).toEqual(numbered(1, 13).sort());
    expect(recordsOf(target.seen)).toBe(13);
    for (const { path, headers } of target.seen) {
      expect(path).toBe('/base/v1/logs');
      expect(headers).toMatchObject({ 'content-type': 'application/x-protobuf', authorization: 'Bearer swordfish' });
      expect(headers).not.toHaveProperty('content-encoding');
      expect(headers).not.toHaveProperty('traceparent');
    }
    expect(forwarding.states()).toMatchObject([
      { target: 'tempo', endpoint: target.url, queuedBytes: 0, oldestMs: null, sent: 13, dropped: 0, lastError: null },
    ]);
    expect(JSON.stringify([forwarding.states(), parts.log.said])).not.toContain('swordfish');
  });

  test('bytes go as they came, but for compressions that not everyone reads', async () => {
    const target = await started();
    await parts.open({ TELEMETRY_STORE_FORWARD: `tempo=${target.url}` });
    const json = Buffer.from(logsJson('shop', ['text-1']));
    await parts.finish(
      logRequest('', { encoding: 'json', body: json }),
      logRequest('', { encoding: 'json', compression: 'gzip', body: gzipSync(json) }),
      logRequest('', { encoding: 'json', compression: 'zstd', body: zstdCompressSync(json) }),
    );
    await target.until(() => target.taken.length === 3);
    expect(target.seen.map(({ plain }) => plain)).toEqual(Array(3).fill(json.toString('latin1')));
    expect(target.seen.map(({ headers }) => headers['content-type'])).toEqual(Array(3).fill('application/json'));
    expect(target.seen.map(({ headers }) => headers['content-encoding'] ?? 'none').sort()).toEqual([
      'gzip',
      'gzip',
      'none',
    ]);
  });

  test('only the signals that are asked for, and nothing that is no OTLP', async () => {
    const target = await started();
    const forwarding = await parts.open({
      TELEMETRY_STORE_FORWARD: `tempo=${target.url}`,
      TELEMETRY_STORE_FORWARD_TEMPO_SIGNALS: 'traces',
    });
    const body = protobufOf('traces', tracesJson('shop', [{ trace: 1, span: 1 }]));
    await parts.finish(
      logRequest('text-1'),
      logRequest('', { signal: 'traces', body }),
      logRequest('', { signal: 'traces', encoding: 'lines', body: Buffer.from('a chunk of an import') }),
    );
    await settled(forwarding);
    expect(target.seen.map(({ path }) => path)).toEqual(['/v1/traces']);
    expect(forwarding.states()).toMatchObject([{ sent: 1, skipped: 1 }]);
  });

  test('what it took and did not keep is counted', async () => {
    const body = exportResponse('logs', 'protobuf', { rejected: 2, message: 'too old' });
    const target = await started(() => ({ status: 200, headers: { 'content-type': 'application/x-protobuf' }, body }));
    const forwarding = await parts.open({ TELEMETRY_STORE_FORWARD: `tempo=${target.url}` });
    await finish(1, 3);
    await settled(forwarding);
    expect(forwarding.states()).toMatchObject([{ sent: 0, partial: 3, rejectedRecords: 6 }]);
  });

  test('an answer that is too long is not read, and the request is not sent again', async () => {
    const target = await started(() => ({ status: 200, body: Buffer.alloc(1_000_000) }));
    const forwarding = await parts.open({ TELEMETRY_STORE_FORWARD: `tempo=${target.url}` });
    await finish(1, 6);
    await settled(forwarding);
    expect(texts(target.seen).sort()).toEqual(numbered(1, 6));
    expect(forwarding.states()).toMatchObject([{ sent: 6, again: 0 }]);
  });
});

describe('a target that does not take', () => {
  test('503, then 200: every request arrives, and an operator is told once of each', async () => {
    const refusedOnce = new Set<string>();
    const target = await started(({ plain }) => {
      const [text = ''] = /<text-\d+>/.exec(plain) ?? [];
      if (refusedOnce.has(text)) return { status: 200 };
      refusedOnce.add(text);
      return { status: 503, headers: { 'retry-after': '1' } };
    });
    const forwarding = await parts.open({ TELEMETRY_STORE_FORWARD: `tempo=${target.url}` });
    await finish(1, 10);
    await settled(forwarding);
    expect(texts(target.taken).sort()).toEqual(numbered(1, 10).sort());
    expect(forwarding.states()).toMatchObject([{ sent: 10, again: 10, lastError: { message: 'the answer was 503' } }]);
    expect(parts.log.said.map(({ message }) => message)).toEqual([
      'sending telemetry on',
      'a target does not take telemetry; it is queued and sent when it does',
      'a target takes telemetry again',
    ]);
  });

  test('dead for a while: it gets everything once it is back', async () => {
    const gone = await startTarget();
    await gone.close();
    const forwarding = await parts.open({ TELEMETRY_STORE_FORWARD: `tempo=${gone.url}` });
    await finish(1, 6);
    await finish(7, 9);
    while (forwarding.states()[0]?.lastError === null) await new Promise((turn) => setImmediate(turn));
    expect(forwarding.states()).toMatchObject([{ lastError: { message: 'there was no answer (ECONNREFUSED)' } }]);
    const back = await started(undefined, Number(new URL(gone.url).port));
    await settled(forwarding);
    expect(texts(back.taken).sort()).toEqual(numbered(1, 9));
    expect(back.seen.length).toBe(9);
  });

  test('no answer in time: the request is sent again', async () => {
    const target = await started((_, nth) => (nth === 1 ? 'silence' : { status: 200 }));
    const forwarding = await parts.open({ TELEMETRY_STORE_FORWARD: `tempo=${target.url}` }, { sendMs: 200 });
    await finish(1, 1);
    await settled(forwarding);
    expect(texts(target.seen)).toEqual(['text-1', 'text-1']);
    expect(forwarding.states()).toMatchObject([{ lastError: { message: 'there was no answer within 200 ms' } }]);
  });

  test('400 drops that request alone', async () => {
    const target = await started(({ plain }) => ({ status: plain.includes('<text-2>') ? 400 : 200 }));
    const forwarding = await parts.open({ TELEMETRY_STORE_FORWARD: `tempo=${target.url}` });
    await finish(1, 4);
    await settled(forwarding);
    expect(texts(target.seen).sort()).toEqual(numbered(1, 4));
    expect(texts(target.taken).sort()).toEqual(['text-1', 'text-3', 'text-4']);
    expect(forwarding.states()).toMatchObject([{ sent: 3, refused: 1, dropped: 0 }]);
    expect(parts.log.said).toContainEqual({
      level: 'warn',
      message: 'a target refused requests; they are not sent again',
      fields: { target: 'tempo', requests: 1, reason: 'the answer was 400' },
    });
  });

  test('points of metrics arrive in their order, whatever is sent again', async () => {
    const gauge = (name: string): string =>
      JSON.stringify({
        resourceMetrics: [
          { scopeMetrics: [{ metrics: [{ name, gauge: { dataPoints: [{ timeUnixNano: '1790000000000000000' }] } }] }] },
        ],
      });
    const target = await started((_, nth) => ({ status: nth % 2 === 0 ? 200 : 503 }));
    const forwarding = await parts.open({ TELEMETRY_STORE_FORWARD: `tempo=${target.url}` });
    const names = numbered(1, 6);
    await parts.finish(
      ...names.map((name) => logRequest('', { signal: 'metrics', body: protobufOf('metrics', gauge(`<${name}>`)) })),
    );
    await settled(forwarding);
    expect(texts(target.seen)).toEqual(names.flatMap((name) => [name, name]));
  });

  test('one that hangs holds up no other, and nothing that comes in', async () => {
    const hanging = await started(() => 'silence');
    const other = await started();
    const forwarding = await parts.open({ TELEMETRY_STORE_FORWARD: `hanging=${hanging.url},other=${other.url}` });
    for (let i = 1; i <= 20; i += 1) await finish(i, i);
    await other.until(() => other.taken.length === 20);
    expect(texts(other.seen)).toEqual(numbered(1, 20));
    expect(hanging.seen.length).toBe(1);
    expect(forwarding.states()[0]).toMatchObject({ target: 'hanging', sent: 0, dropped: 0 });
  });
});

describe('the queue', () => {
  test('full: the oldest segments go, are counted and told, and the newest stays', async () => {
    let isBack = false;
    const target = await started(() => (isBack ? { status: 200 } : 'silence'));
    const variables = { TELEMETRY_STORE_FORWARD: `tempo=${target.url}` };
    const limits = { queueBytesMax: 1_000 };
    const forwarding = await parts.open(variables, limits);
    for (let i = 0; i < 10; i += 1) await finish(2 * i + 1, 2 * i + 2);
    const [state] = forwarding.states();
    expect(state?.queuedBytes).toBeLessThanOrEqual(1_000);
    const dropped = state?.dropped ?? 0;
    expect(dropped).toBeGreaterThan(0);
    expect(parts.log.said).toContainEqual({
      level: 'warn',
      message: 'the queue of a target is full; the oldest requests were dropped',
      fields: { target: 'tempo', requests: 2 },
    });
    isBack = true;
    await settled(await parts.open(variables, limits));
    expect(texts(target.taken).sort()).toEqual(numbered(dropped + 1, 20).sort());

    // One segment that is larger than the queue is sent all the same.
    await finish(21, 30);
    await target.until(() => texts(target.taken).includes('text-30'));
  });

  test('the next run goes on where the last one stopped', async () => {
    let isOpen = false;
    const target = await started((_, nth) => (isOpen || nth <= 8 ? { status: 200 } : 'silence'));
    const variables = { TELEMETRY_STORE_FORWARD: `tempo=${target.url}` };
    await parts.open(variables);
    await finish(1, 12);
    await finish(13, 14);
    await target.until(() => target.seen.length === 12);
    isOpen = true;
    await settled(await parts.open(variables));
    expect(texts(target.taken).sort()).toEqual(numbered(1, 14).sort());
    expect(texts(target.seen.slice(0, 8)).sort()).toEqual(numbered(1, 8));
  });

  test('of a target that is no longer configured is told, and sent once it is again', async () => {
    const target = await started(() => 'silence');
    const variables = { TELEMETRY_STORE_FORWARD: `tempo=${target.url}` };
    await parts.open(variables);
    await finish(1, 1);
    await parts.open({});
    expect(parts.log.said.at(-1)).toMatchObject({
      level: 'warn',
      message: 'telemetry is queued for a target that is not configured',
    });
    await finish(2, 2);
    const back = await started();
    await settled(await parts.open({ TELEMETRY_STORE_FORWARD: `tempo=${back.url}` }));
    expect(texts(back.taken)).toEqual(['text-1']);
  });

  test('a segment that cannot be queued is told, and the log goes on', async () => {
    const target = await started();
    const forwarding = await parts.open({ TELEMETRY_STORE_FORWARD: `tempo=${target.url}` });
    await rm(join(parts.dir, 'forward'), { recursive: true });
    await finish(1, 3);
    expect(forwarding.states()).toMatchObject([{ dropped: 3, queuedBytes: 0 }]);
    expect(parts.log.said.map(({ message }) => message)).toContain('the queue of a target failed');
  });
});
