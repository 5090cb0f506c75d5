import { request as httpRequest } from 'node:http';
import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIngest, type Ingest } from '../../src/core/ingest.ts';
import { createAnswersOwed } from '../../src/core/repeats/answers-owed.ts';
import { type FirstOutcome, takeOnce } from '../../src/core/repeats/take-once.ts';
import { takeChunksOnce } from '../../src/core/take-chunks-once.ts';
import { IMPORT_LOOKUP_LIMITS } from '../../src/limits.ts';
import { startHttpServer } from '../../src/otlp/http/http-server.ts';
import type { OtlpServer, OtlpServerOptions } from '../../src/otlp/otlp-server.ts';
import type { OtlpOutcome } from '../../src/otlp/outcome.ts';
import { createReceiving } from '../../src/otlp/receiving.ts';
import { createRoom } from '../../src/otlp/room.ts';
import { LIMITS, listeningLog, openParts, type Parts, rowsOf } from '../support/open-parts.ts';
import { logsJson, protobufOf, tracesJson } from '../support/otlp-payload.ts';

const PROTOBUF = { 'content-type': 'application/x-protobuf' };
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const MEGABYTE = 1024 * 1024;

let parts: Parts;
let ingest: Ingest;
let server: OtlpServer;
const received: [string, OtlpOutcome, number][] = [];

const options = (over: Partial<OtlpServerOptions> = {}): OtlpServerOptions => ({
  ingest,
  host: '127.0.0.1',
  port: 0,
  bodyBytesMax: MEGABYTE,
  plainBytesMax: 4 * MEGABYTE,
  receiving: createReceiving(8 * MEGABYTE),
  room: createRoom(16 * MEGABYTE),
  requestMs: 5_000,
  nowNanos: () => 1_790_000_000_000_000_000n,
  onReceived: (...what) => void received.push(what),
  log: listeningLog(),
  ...over,
});

beforeAll(async () => {
  parts = await openParts();
  const wal = await parts.openWal();
  const inner = createIngest({ store: parts.store, wal, limits: LIMITS, log: listeningLog() });
  ingest = takeChunksOnce(inner, parts.store, IMPORT_LOOKUP_LIMITS);
  server = await startHttpServer(options());
});
afterAll(async () => {
  await server?.close();
  await ingest?.close();
  await parts?.close();
});

const post = (
  path: string,
  headers: Record<string, string>,
  body: string | Uint8Array<ArrayBuffer>,
  url = server.url,
): Promise<Response> => fetch(`${url}${path}`, { method: 'POST', headers, body });
const spans = async (service: string): Promise<number> => {
  await ingest.flushed(5_000);
  return Number((await rowsOf(parts.store, `SELECT count() FROM otel.spans WHERE service = '${service}'`))[0]?.[0]);
};
const last = (): unknown => received.at(-1);

describe('what is taken', () => {
  const json = (service: string): string => tracesJson(service, [{ trace: 5, span: 6 }]);
  const COMPRESSED = {
    identity: (body: Uint8Array) => Buffer.from(body),
    gzip: gzipSync,
    deflate: deflateSync,
    zstd: zstdCompressSync,
  };

  for (const [coding, compress] of Object.entries(COMPRESSED)) {
    test(`protobuf and JSON, ${coding}`, async () => {
      const coded = { 'content-encoding': coding };
      const binary = await post(
        '/v1/traces',
        { ...PROTOBUF, ...coded },
        new Uint8Array(compress(protobufOf('traces', json(coding)))),
      );
      expect([binary.status, binary.headers.get('content-type'), await binary.text()]).toEqual([
        200,
        'application/x-protobuf',
        '',
      ]);
      const text = await post(
        '/v1/traces',
        { ...JSON_TYPE, ...coded },
        new Uint8Array(compress(Buffer.from(json(coding)))),
      );
      expect([text.status, text.headers.get('content-type'), await text.json()]).toEqual([200, 'application/json', {}]);
      expect(await spans(coding)).toBe(2);
      expect(last()).toEqual(['traces', 'accepted', 1]);
    });
  }

  test('what is sent as eventual is no matter of a reader', async () => {
    const eventual = { ...JSON_TYPE, 'clearspan-visibility': 'eventual' };
    expect((await post('/v1/traces', eventual, json('eventual'))).status).toBe(200);
    const count = `SELECT count() FROM otel.spans WHERE service = 'eventual'`;
    await ingest.flushed(5_000, 'promised');
    expect(await rowsOf(parts.store, count)).toEqual([['0']]);
    expect(await spans('eventual')).toBe(1);
  });

  test('an empty request is fine', async () => {
    expect((await post('/v1/metrics', PROTOBUF, '')).status).toBe(200);
    expect((await post('/v1/logs', JSON_TYPE, '{}')).status).toBe(200);
  });

  test('records that cannot be stored are counted and the others kept', async () => {
    const mixed = tracesJson('partial', [
      { trace: 0, span: 1 },
      { trace: 8, span: 2 },
    ]);
    const answer = await post('/v1/traces', JSON_TYPE, mixed);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      partialSuccess: { rejectedSpans: '1', errorMessage: expect.stringContaining('trace_id') },
    });
    expect(last()).toEqual(['traces', 'partial', 1]);
    expect(await spans('partial')).toBe(1);
  });
});

test('lines of a file, and the same again', async () => {
  const body = Buffer.from('{"import":"lines","line":5}\nlevel=info service=lines\n{"broken\n');
  const headers = { 'content-type': 'application/x-ndjson', 'content-encoding': 'zstd' };
  const faults = [{ line: 6, code: 'MALFORMED_JSON', message: expect.stringMatching(/^line 6: /) }];
  for (const known of [false, true]) {
    const answer = await post('/import/logs', headers, new Uint8Array(zstdCompressSync(body)));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await answer.json()).toEqual({ accepted: 1, rejected: 1, times_unread: 0, faults, known });
    expect(last()).toEqual(known ? ['logs', 'repeated', 0] : ['logs', 'partial', 1]);
  }
});

describe('what is refused, and what it says', () => {
  const gzipped = gzipSync(protobufOf('logs', logsJson('refused', ['x'.repeat(1000)])));
  const cases: readonly (readonly [
    string,
    string,
    Record<string, string>,
    string | Uint8Array<ArrayBuffer>,
    number,
    RegExp,
    OtlpOutcome | null,
  ])[] = [
    [
      'truncated gzip',
      '/v1/logs',
      { ...PROTOBUF, 'content-encoding': 'gzip' },
      new Uint8Array(gzipped.subarray(0, -12)),
      400,
      /expected a whole gzip body, found a truncated one/,
      'malformed',
    ],
    [
      'no gzip at all',
      '/v1/logs',
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
      '{}',
      400,
      /expected a whole gzip body, found one that cannot be read/,
      'malformed',
    ],
    ['malformed protobuf', '/v1/traces', PROTOBUF, new Uint8Array([0x0a, 0x7f, 1, 2]), 400, /byte \d+/, 'malformed'],
    ['malformed JSON', '/v1/traces', JSON_TYPE, '{"resourceSpans": [', 400, /expected/i, 'malformed'],
    [
      'protobuf sent as JSON',
      '/v1/traces',
      JSON_TYPE,
      new Uint8Array([0x0a, 0x02, 1, 2]),
      400,
      /expected/i,
      'malformed',
    ],
    [
      'too large',
      '/v1/logs',
      JSON_TYPE,
      'x'.repeat(MEGABYTE + 1),
      413,
      /at most 1048576 bytes, found more/,
      'too_large',
    ],
    [
      'a bomb',
      '/v1/logs',
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
      new Uint8Array(gzipSync(Buffer.alloc(5 * MEGABYTE))),
      413,
      /at most 4194304 bytes when inflated/,
      'too_large',
    ],
    ['another type', '/v1/logs', { 'content-type': 'text/plain' }, 'hello', 415, /found `text\/plain`/, 'unsupported'],
    [
      'lines of another type',
      '/import/logs',
      { 'content-type': 'text/plain' },
      '{"import":"x"}\nhello',
      415,
      /"expected content-type application\/x-ndjson, found `text\/plain`"/,
      'unsupported',
    ],
    [
      'lines without a head',
      '/import/spans',
      { 'content-type': 'application/x-ndjson' },
      'hello',
      400,
      /^\{"code":3,"message":"expected \{.*import.*line.*\} in the first line/,
      'malformed',
    ],
    ['another coding', '/v1/logs', { ...JSON_TYPE, 'content-encoding': 'br' }, '{}', 415, /found `br`/, 'unsupported'],
    [
      'a coding that every object has',
      '/v1/logs',
      { ...JSON_TYPE, 'content-encoding': 'constructor' },
      '{}',
      415,
      /found `constructor`/,
      'unsupported',
    ],
    ['another path', '/v1/profiles', JSON_TYPE, '{}', 404, /found `\/v1\/profiles`/, null],
  ];
  for (const [name, path, headers, body, status, message, outcome] of cases) {
    test(name, async () => {
      const before = received.length;
      const answer = await post(path, headers, body);
      expect(answer.status).toBe(status);
      expect(await answer.text()).toMatch(message);
      expect(received.slice(before).map(([, what]) => what)).toEqual(outcome === null ? [] : [outcome]);
    });
  }

  test('another method', async () => {
    const answer = await fetch(`${server.url}/v1/logs`);
    expect([answer.status, answer.headers.get('allow'), await answer.json()]).toEqual([
      405,
      'POST',
      { code: 12, message: 'expected POST, found GET' },
    ]);
  });

  test('a client that goes away in the middle leaves no trace', async () => {
    const cut = new Promise<void>((resolve) => {
      const sending = httpRequest(`${server.url}/v1/logs`, {
        method: 'POST',
        headers: { ...JSON_TYPE, 'content-length': '1000' },
      });
      sending.on('error', () => resolve());
      sending.write('{"resourceLogs"', () => sending.destroy(new Error('gone')));
    });
    await cut;
    while (received.at(-1)?.[1] !== 'cut') await new Promise((turn) => setImmediate(turn));
    expect(last()).toEqual(['logs', 'cut', 0]);
  });
});

describe('a client that sends the same again', () => {
  const body = (service: string): string => logsJson(service, ['x']);
  const logs = async (service: string): Promise<number> => {
    await ingest.flushed(5_000);
    const sql = `SELECT count() FROM otel.logs WHERE subsystemname = '${service}'`;
    return Number((await rowsOf(parts.store, sql))[0]?.[0]);
  };
  const owed = createAnswersOwed<FirstOutcome>({ answersOwedMs: 60_000, answersOwedMax: 10 });

  test('because the connection was cut before the answer: it is answered and stored once', async () => {
    const [kept, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const accept: Ingest['accept'] = async (request) => {
      const outcome = await ingest.accept(request);
      kept.resolve();
      await gone.promise;
      return outcome;
    };
    const once = await startHttpServer(options({ ingest: takeOnce({ ...ingest, accept }, owed, () => 0) }));
    const cut = httpRequest(`${once.url}/v1/logs`, { method: 'POST', headers: JSON_TYPE });
    cut.on('error', () => {});
    cut.end(body('cut'));
    await kept.promise;
    cut.destroy();
    while (owed.size() === 0) await new Promise((turn) => setImmediate(turn));
    gone.resolve();
    const answer = await post('/v1/logs', JSON_TYPE, body('cut'), once.url);
    expect([answer.status, await answer.json(), last()]).toEqual([200, {}, ['logs', 'repeated', 0]]);
    expect(await logs('cut')).toBe(1);
    await once.close();
  });

  test('though it was answered: both are stored', async () => {
    const once = await startHttpServer(options({ ingest: takeOnce(ingest, owed, () => 0) }));
    for (let i = 0; i < 2; i++) await (await post('/v1/logs', JSON_TYPE, body('again'), once.url)).json();
    expect(await logs('again')).toBe(2);
    await once.close();
  });
});

describe('overload', () => {
  test('too many bodies at once: 429 with Retry-After', async () => {
    const small = await startHttpServer(options({ receiving: createReceiving(10) }));
    const answer = await post('/v1/logs', JSON_TYPE, logsJson('busy', ['x']), small.url);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
    await small.close();
  });

  test('an engine that does not keep up: 503 with Retry-After', async () => {
    const gate = Promise.withResolvers<void>();
    const stuck = createIngest({
      store: { insert: () => gate.promise },
      wal: await parts.openWal(),
      limits: { ...LIMITS, batchRowsMax: 1, batchesInFlightMax: 1 },
      log: listeningLog(),
    });
    const behind = await startHttpServer(options({ ingest: stuck }));
    expect((await post('/v1/logs', JSON_TYPE, logsJson('behind', ['x']), behind.url)).status).toBe(200);
    const answer = await post('/v1/logs', JSON_TYPE, logsJson('behind', ['x']), behind.url);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(last()).toEqual(['logs', 'overloaded', 0]);
    gate.resolve();
    await stuck.close();
    await behind.close();
  });
});
