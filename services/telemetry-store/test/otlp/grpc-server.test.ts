import { readdirSync, readFileSync } from 'node:fs';
import { type ClientHttp2Session, connect } from 'node:http2';
import { join } from 'node:path';
import { deflateSync, gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { ServiceError } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { percentEncode } from '../../src/otlp/grpc/grpc-answer.ts';
import { decodeRecord } from '../../src/wal/record.ts';
import { answerOf, callRaw, exportPath, framed, openCall } from '../support/grpc-call.ts';
import { callOf, openClient } from '../support/grpc-client.ts';
import { type GrpcParts, openGrpcParts } from '../support/grpc-parts.ts';
import { rowsOf } from '../support/open-parts.ts';
import { logsJson, protobufOf, tracesJson } from '../support/otlp-payload.ts';

const MEGABYTE = 1024 * 1024;
const NOTHING = Buffer.alloc(0);

let grpc: GrpcParts;
let session: ClientHttp2Session;
beforeAll(async () => {
  grpc = await openGrpcParts();
  // A client that has more than this to send takes no answers meanwhile.
  session = connect(grpc.server.url, { maxSessionMemory: 1_000 });
});
afterAll(async () => {
  session?.close();
  await grpc?.close();
});

const logs = (service: string, bodies: readonly string[] = ['x']): Uint8Array =>
  protobufOf('logs', logsJson(service, bodies));
const last = (): unknown => grpc.received.at(-1);

describe('what is taken', () => {
  const COMPRESSED = { gzip: gzipSync, deflate: deflateSync, zstd: zstdCompressSync };

  test.each(Object.entries(COMPRESSED))('%s', async (coding, compress) => {
    const body = framed(compress(protobufOf('traces', tracesJson(coding, [{ trace: 5, span: 6 }]))), 1);
    const answer = await callRaw(session, 'traces', body, { 'grpc-encoding': coding });
    expect([answer.http, answer.code, answer.body]).toEqual([200, '0', framed(NOTHING)]);
    expect(last()).toEqual(['traces', 'accepted', 1]);
    expect(await grpc.rows('spans', coding)).toBe(1);
  });

  test('a message that is not compressed in a call that could be', async () => {
    const answer = await callRaw(session, 'logs', framed(logs('plain')), { 'grpc-encoding': 'gzip' });
    expect(answer.code).toBe('0');
    expect(await grpc.rows('logs', 'plain')).toBe(1);
  });

  test('the log has the message as it was sent, without its prefix', async () => {
    const message = logs('logged');
    const sent = gzipSync(message);
    await callRaw(session, 'logs', framed(sent, 1), { 'grpc-encoding': 'gzip' });
    await callRaw(session, 'logs', framed(message), { 'grpc-encoding': 'gzip' });
    const dir = join(grpc.parts.dir, 'wal');
    const files = readdirSync(dir).filter((name) => /\.(?:wal|done)$/.test(name));
    const records = files.flatMap((name) => {
      const bytes = readFileSync(join(dir, name));
      const found = [];
      for (let at = 0; at < bytes.length; ) {
        const decoded = decodeRecord(bytes, at);
        if (decoded.kind === 'broken') break;
        found.push(decoded.record);
        at = decoded.end;
      }
      return found;
    });
    const plain = records.filter(
      ({ compression, body }) => compression === 'identity' && message.length === body.length,
    );
    const gzipped = records.filter(({ body }) => sent.equals(body));
    expect(plain.some(({ body }) => Buffer.from(message).equals(body))).toBe(true);
    expect(gzipped.map(({ signal, encoding, compression }) => [signal, encoding, compression])).toEqual([
      ['logs', 'protobuf', 'gzip'],
    ]);
    expect(gunzipSync(gzipped[0]?.body ?? NOTHING)).toEqual(Buffer.from(message));
  });

  test('a message without a byte is an empty request', async () => {
    const answer = await callRaw(session, 'metrics', framed(NOTHING));
    expect([answer.code, answer.trailersOnly, answer.body]).toEqual(['0', false, framed(NOTHING)]);
    expect(last()).toEqual(['metrics', 'accepted', 0]);
  });

  test('a message in many pieces', async () => {
    const stream = openCall(session, 'logs');
    for (const byte of framed(logs('pieces'))) stream.write(Buffer.from([byte]));
    stream.end();
    expect((await answerOf(stream)).code).toBe('0');
    expect(await grpc.rows('logs', 'pieces')).toBe(1);
  });

  test('a message just below the limit', async () => {
    const body = 'no connection left in pool '.repeat(9_000);
    const message = logs(
      'large',
      Array.from({ length: 68 }, () => body),
    );
    expect(message.length).toBeGreaterThan(15 * MEGABYTE);
    const client = openClient(grpc.server.url);
    expect(await callOf(client, exportPath('logs'), message)).toEqual(NOTHING);
    client.close();
    expect(await grpc.rows('logs', 'large')).toBe(68);
  });

  test('records that cannot be stored are told in the message, and the others kept', async () => {
    const mixed = tracesJson('partial', [
      { trace: 0, span: 1 },
      { trace: 8, span: 2 },
    ]);
    const client = openClient(grpc.server.url);
    const response = await callOf(client, exportPath('traces'), protobufOf('traces', mixed));
    client.close();
    // ExportTracePartialSuccess: rejected_spans 1, and why.
    expect((response as Buffer).subarray(0, 5).toString('hex')).toMatch(/^0a..080112$/);
    expect(String(response)).toContain('trace_id');
    expect(last()).toEqual(['traces', 'partial', 1]);
    expect(await grpc.rows('spans', 'partial')).toBe(1);
  });

  test('what is sent as eventual is no matter of a reader', async () => {
    const { ingest, parts } = grpc;
    const sent = await callRaw(session, 'logs', framed(logs('eventual')), { 'clearspan-visibility': 'eventual' });
    expect(sent.code).toBe('0');
    await ingest.flushed(5_000, 'promised');
    const count = `SELECT count() FROM otel.logs WHERE subsystemname = 'eventual'`;
    expect(await rowsOf(parts.store, count)).toEqual([['0']]);
    expect(await grpc.rows('logs', 'eventual')).toBe(1);
  });

  test('200 calls at once on one connection', async () => {
    const client = openClient(grpc.server.url, true);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => callOf(client, exportPath('logs'), logs('many', [`call ${i}`]))),
    );
    client.close();
    expect(answers).toEqual(Array.from({ length: 200 }, () => NOTHING));
    expect(await grpc.rows('logs', 'many')).toBe(200);
  });
});

describe('what is refused, and what it says', () => {
  const EXPORT = exportPath('logs');
  const message = framed(logs('refused'));
  const gzipped = gzipSync(logs('refused', ['x'.repeat(1000)]));
  const cases: readonly (readonly [string, Uint8Array, Record<string, string>, string, RegExp, string | null])[] = [
    ['no message', NOTHING, {}, '12', /expected one message, found none/, 'unsupported'],
    ['two messages', Buffer.concat([message, message]), {}, '12', /expected one message, found more/, 'unsupported'],
    ['half a prefix', message.subarray(0, 3), {}, '3', /expected 5 bytes before a message, found 3/, 'malformed'],
    [
      'a message cut short',
      message.subarray(0, -2),
      {},
      '3',
      /expected a message of \d+ bytes, found \d+/,
      'malformed',
    ],
    [
      'a length that lies',
      framed(Buffer.alloc(8), 0, 0xffffffff),
      {},
      '8',
      /at most 16777216 bytes, found 4294967295/,
      'too_large',
    ],
    ['another flag', framed(Buffer.alloc(8), 2), {}, '3', /flag 0 or 1, found 2/, 'malformed'],
    ['compressed, but not how', framed(gzipped, 1), {}, '13', /expected a grpc-encoding .* found none/, 'malformed'],
    ['compressed by nothing', framed(gzipped, 1), { 'grpc-encoding': 'identity' }, '13', /found none/, 'malformed'],
    [
      'another encoding',
      message,
      { 'grpc-encoding': 'snappy' },
      '12',
      /identity,gzip,deflate,zstd, found `snappy`/,
      'unsupported',
    ],
    [
      'an encoding that every object has',
      message,
      { 'grpc-encoding': 'constructor' },
      '12',
      /found `constructor`/,
      'unsupported',
    ],
    [
      'truncated gzip',
      framed(gzipped.subarray(0, -12), 1),
      { 'grpc-encoding': 'gzip' },
      '3',
      /a truncated one/,
      'malformed',
    ],
    ['no gzip at all', framed(Buffer.from('{}'), 1), { 'grpc-encoding': 'gzip' }, '3', /cannot be read/, 'malformed'],
    [
      'a bomb',
      framed(gzipSync(Buffer.alloc(40 * MEGABYTE)), 1),
      { 'grpc-encoding': 'gzip' },
      '8',
      /at most 33554432 bytes when inflated/,
      'too_large',
    ],
    ['malformed protobuf', framed(Buffer.from([0x0a, 0x7f, 1, 2])), {}, '3', /byte \d+/, 'malformed'],
    ['a timeout that is none', message, { 'grpc-timeout': 'soon' }, '3', /such as 10S, found `soon`/, 'malformed'],
    ['another method', message, { ':path': `${EXPORT}s` }, '12', /found `.*Exports`/, null],
    ['another service', message, { ':path': '/grpc.health.v1.Health/Check' }, '12', /found `\/grpc\.health/, null],
  ];
  test.each(cases)('%s', async (_, body, headers, code, text, outcome) => {
    const before = grpc.received.length;
    const answer = await callRaw(session, 'logs', body, headers);
    expect([answer.http, answer.code, answer.trailersOnly]).toEqual([200, code, true]);
    expect(answer.message).toMatch(text);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/grpc',
      'grpc-accept-encoding': 'identity,gzip,deflate,zstd',
    });
    // Without it a client drops what it has sent.
    expect(answer.headers).not.toHaveProperty('grpc-status-details-bin');
    expect(grpc.received.slice(before).map(([, what]) => what)).toEqual(outcome === null ? [] : [outcome]);
  });

  test.each([
    ['a page', 'GET', 405],
    ['JSON', 'POST', 415],
    ['gRPC-Web', 'POST', 415],
  ])('what is not gRPC: %s', async (name, method, status) => {
    const type = name === 'gRPC-Web' ? 'application/grpc-web+proto' : 'application/json';
    const answer = await callRaw(session, 'logs', Buffer.from('{}'), { ':method': method, 'content-type': type });
    expect([answer.http, answer.code]).toEqual([status, undefined]);
    expect(last()).toEqual(['logs', 'unsupported', 0]);
  });

  test('17 MiB: a client that is still sending gets the answer', async () => {
    const client = openClient(grpc.server.url);
    const error = await callOf(client, EXPORT, Buffer.alloc(17 * MEGABYTE));
    client.close();
    expect(error).toMatchObject({ code: 8, details: 'expected a message of at most 16777216 bytes, found 17825792' });
    expect(last()).toEqual(['logs', 'too_large', 0]);
  });

  test('a message that no header takes is percent-encoded, and read back by a client', async () => {
    const client = openClient(grpc.server.url);
    const error = await callOf(client, '/100%25', NOTHING);
    client.close();
    expect((error as ServiceError).details).toMatch(/found `\/100%25`$/);
    expect(percentEncode('100 % größer\n')).toBe('100 %25 gr%C3%B6%C3%9Fer%0A');
  });
});
