import { once } from 'node:events';
import { connect } from 'node:http2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callRaw, exportPath, framed, openCall } from '../support/grpc-call.ts';
import { type GrpcParts, openGrpcParts } from '../support/grpc-parts.ts';
import { logsJson, protobufOf } from '../support/otlp-payload.ts';
import {
  END_HEADERS,
  END_STREAM,
  ended,
  FRAME,
  frame,
  frameOf,
  headerBlock,
  openRaw,
  openSilent,
} from '../support/raw-http2.ts';

let grpc: GrpcParts;
beforeAll(async () => {
  grpc = await openGrpcParts();
});
afterAll(() => grpc?.close());

const message = (service: string): Buffer => framed(protobufOf('logs', logsJson(service, ['x'])));
const HEADERS = headerBlock({
  ':method': 'POST',
  ':scheme': 'http',
  ':path': exportPath('logs'),
  ':authority': 'localhost',
  'content-type': 'application/grpc',
  te: 'trailers',
});

/** The server still answers others. */
const answers = async (url: string): Promise<boolean> => {
  const session = connect(url);
  const { code } = await callRaw(session, 'metrics', framed(Buffer.alloc(0)));
  session.close();
  return code === '0';
};

/** A call by hand on its own connection, not ended. */
const openTo = (url: string, bytes: Uint8Array): ReturnType<typeof openRaw> => {
  const socket = openRaw(url);
  socket.write(Buffer.concat([frame(FRAME.headers, END_HEADERS, 1, HEADERS), frame(FRAME.data, 0, 1, bytes)]));
  return socket;
};

describe('a client that goes away leaves no trace', () => {
  test('in the middle of a message', async () => {
    const before = grpc.received.length;
    const socket = openTo(grpc.server.url, message('middle').subarray(0, 20));
    await once(socket, 'data');
    socket.destroy();
    expect((await grpc.told(before + 1)).at(-1)).toEqual(['logs', 'cut', 0]);
  });

  test('after the message, before it said that this was all', async () => {
    const before = grpc.received.length;
    const socket = openTo(grpc.server.url, message('reset'));
    socket.write(frame(FRAME.reset, 0, 1, Buffer.from([0, 0, 0, 8])));
    expect((await grpc.told(before + 1)).at(-1)).toEqual(['logs', 'cut', 0]);
    socket.destroy();
    expect(await grpc.rows('logs', 'reset')).toBe(0);
  });
});

describe('connections have limits', () => {
  test('headers without an end close the connection, and no other', async () => {
    const socket = openRaw(grpc.server.url);
    const gone = ended(socket);
    const more = frame(FRAME.continuation, 0, 1, headerBlock({ 'x-more': 'x'.repeat(100) }));
    socket.write(frame(FRAME.headers, 0, 1, HEADERS));
    for (let i = 0; i < 5_000 && !socket.destroyed; i++) socket.write(more);
    await gone;
    socket.destroy();
    expect(await answers(grpc.server.url)).toBe(true);
  });

  test('a call with too many headers is refused, and the connection goes on', async () => {
    const session = connect(grpc.server.url);
    expect((await callRaw(session, 'logs', framed(Buffer.alloc(0)))).code).toBe('0');
    const before = grpc.received.length;
    const large = await callRaw(session, 'logs', framed(Buffer.alloc(0)), { 'x-large': 'x'.repeat(17 * 1024) });
    expect([large.code, grpc.received.length]).toEqual([undefined, before]);
    expect((await callRaw(session, 'logs', framed(Buffer.alloc(0)))).code).toBe('0');
    session.close();
  });

  test('what is not HTTP/2 is closed', async () => {
    const socket = openSilent(grpc.server.url);
    const gone = ended(socket);
    socket.write('POST /v1/logs HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\r\n{}');
    await gone;
    socket.destroy();
    expect(await answers(grpc.server.url)).toBe(true);
  });

  test('a connection that says nothing is closed, also when the client never closes it', async () => {
    const hasty = await grpc.start({ requestMs: 20, closeMs: 20 });
    const socket = openSilent(hasty.url);
    await ended(socket);
    // It would wait for the client without an end.
    await hasty.close();
    socket.destroy();
  });

  test('an idle connection is told to go, and a new one is served', async () => {
    const hasty = await grpc.start({ idleMs: 200 });
    const session = connect(hasty.url);
    const goneAway = once(session, 'goaway');
    const closed = once(session, 'close');
    expect((await callRaw(session, 'logs', framed(Buffer.alloc(0)))).code).toBe('0');
    expect((await goneAway)[0]).toBe(0);
    await closed;
    expect(await answers(hasty.url)).toBe(true);
    await hasty.close();
  });

  test('more connections than the limit are closed', async () => {
    const narrow = await grpc.start({ sessionsMax: 1 });
    const session = connect(narrow.url);
    expect((await callRaw(session, 'logs', framed(Buffer.alloc(0)))).code).toBe('0');
    const further = openSilent(narrow.url);
    await ended(further);
    further.destroy();
    session.close();
    await narrow.close();
  });
});

describe('close', () => {
  test('lets a call under way end, and takes no other', async () => {
    const closing = await grpc.start({});
    const before = grpc.received.length;
    const first = message('closing');
    const socket = openTo(closing.url, first.subarray(0, 10));
    const gone = ended(socket);
    socket.write(frame(FRAME.ping, 0, 0, Buffer.alloc(8)));
    await frameOf(socket, FRAME.ping);
    const goneAway = frameOf(socket, FRAME.goAway);
    const closed = closing.close();
    await goneAway;
    const further = frame(FRAME.data, END_STREAM, 3, message('further'));
    socket.write(Buffer.concat([frame(FRAME.headers, END_HEADERS, 3, HEADERS), further]));
    socket.write(frame(FRAME.data, END_STREAM, 1, first.subarray(10)));
    await gone;
    socket.destroy();
    await closed;
    expect(grpc.received.slice(before)).toEqual([['logs', 'accepted', 1]]);
    expect([await grpc.rows('logs', 'closing'), await grpc.rows('logs', 'further')]).toEqual([1, 0]);
  });

  test('does not wait without an end for a call that does not', async () => {
    const closing = await grpc.start({ closeMs: 20 });
    const session = connect(closing.url);
    session.on('error', () => {});
    const before = grpc.received.length;
    const stream = openCall(session, 'logs');
    stream.write(message('endless').subarray(0, 10));
    await callRaw(session, 'metrics', framed(Buffer.alloc(0)));
    await closing.close();
    expect(grpc.received.slice(before).map(([, outcome]) => outcome)).toEqual(['accepted', 'cut']);
  });
});
