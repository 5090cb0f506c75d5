import { type ClientHttp2Session, connect } from 'node:http2';
import { gzipSync } from 'node:zlib';
import type { ServiceError } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIngest } from '../../src/core/ingest.ts';
import { createReceiving } from '../../src/otlp/receiving.ts';
import { createRoom } from '../../src/otlp/room.ts';
import { takeExport } from '../../src/otlp/take-export.ts';
import { answerOf, callRaw, exportPath, framed, openCall } from '../support/grpc-call.ts';
import { callOf, openClient } from '../support/grpc-client.ts';
import { type GrpcParts, openGrpcParts } from '../support/grpc-parts.ts';
import { LIMITS, listeningLog } from '../support/open-parts.ts';
import { logsJson, protobufOf } from '../support/otlp-payload.ts';

const MEGABYTE = 1024 * 1024;
const NOTHING = Buffer.alloc(0);

let grpc: GrpcParts;
let session: ClientHttp2Session;
beforeAll(async () => {
  grpc = await openGrpcParts();
  session = connect(grpc.server.url);
});
afterAll(async () => {
  session?.close();
  await grpc?.close();
});

const logs = (service: string): Uint8Array => protobufOf('logs', logsJson(service, ['x']));
const last = (): unknown => grpc.received.at(-1);

describe('time', () => {
  test('a call whose time is over is told so, and nothing of it is kept', async () => {
    const stream = openCall(session, 'logs', { 'grpc-timeout': '20m' });
    stream.write(framed(logs('late')).subarray(0, 10));
    const answer = await answerOf(stream);
    expect([answer.code, last()]).toEqual(['4', ['logs', 'cut', 0]]);
  });

  test('what nobody waits for any more is not kept', async () => {
    const asked = { signal: 'logs', encoding: 'protobuf', compression: 'gzip', eventual: false } as const;
    const room = createRoom(MEGABYTE);
    const takeParts = { ingest: grpc.ingest, plainBytesMax: MEGABYTE, room, nowNanos: () => 1n, log: listeningLog() };
    const client = { wanted: AbortSignal.abort(), delivered: Promise.resolve(false) };
    const taken = await takeExport(asked, gzipSync(logs('over')), takeParts, client);
    expect(taken).toEqual({ kind: 'cut' });
    expect(await grpc.rows('logs', 'over')).toBe(0);
  });

  test('a client that does not send is not waited for', async () => {
    const hasty = await grpc.start({ requestMs: 500 });
    const slow = connect(hasty.url);
    const answer = await answerOf(openCall(slow, 'logs'));
    expect([answer.code, last()]).toEqual(['4', ['logs', 'cut', 0]]);
    slow.close();
    await hasty.close();
  });
});

describe('overload', () => {
  /** `google.rpc.Status` of the code and message, with `RetryInfo` of one second. */
  const withRetry = (text: string): RegExp =>
    new RegExp(`^\\x08\\x0e\\x12.${text}.*google.rpc.RetryInfo\\x12\\x04\\x0a\\x02\\x08\\x01$`, 's');
  const detailsOf = (error: unknown): string =>
    String((error as ServiceError).metadata.get('grpc-status-details-bin')[0]);

  test('too many bodies at once: UNAVAILABLE with a time to wait', async () => {
    const small = await grpc.start({ receiving: createReceiving(10) });
    const client = openClient(small.url);
    const error = await callOf(client, exportPath('logs'), logs('busy'));
    expect(error).toMatchObject({ code: 14, details: 'too many bodies are being received at once' });
    expect(detailsOf(error)).toMatch(withRetry('too many bodies'));
    expect(last()).toEqual(['logs', 'overloaded', 0]);
    client.close();
    await small.close();
  });

  test('room for a body is given back', async () => {
    const message = logs('room');
    const small = await grpc.start({ receiving: createReceiving(message.length) });
    const narrow = connect(small.url);
    const bodies = [
      framed(message),
      framed(message).subarray(0, -1),
      framed(NOTHING, 0, message.length),
      framed(message),
    ];
    const codes = [];
    for (const body of bodies) codes.push((await callRaw(narrow, 'logs', body)).code);
    expect(codes).toEqual(['0', '3', '3', '0']);
    narrow.close();
    await small.close();
  });

  test('an engine that does not keep up: UNAVAILABLE with a time to wait', async () => {
    const gate = Promise.withResolvers<void>();
    const stuck = createIngest({
      store: { insert: () => gate.promise },
      wal: await grpc.parts.openWal(),
      limits: { ...LIMITS, batchRowsMax: 1, batchesInFlightMax: 1 },
      log: listeningLog(),
    });
    const behind = await grpc.start({ ingest: stuck });
    const client = openClient(behind.url);
    expect(await callOf(client, exportPath('logs'), logs('behind'))).toEqual(NOTHING);
    const error = await callOf(client, exportPath('logs'), logs('behind'));
    expect(error).toMatchObject({ code: 14, details: expect.stringContaining('the store is behind') });
    expect(detailsOf(error)).toMatch(withRetry('the store is behind'));
    expect(last()).toEqual(['logs', 'overloaded', 0]);
    gate.resolve();
    await stuck.close();
    client.close();
    await behind.close();
  });
});
