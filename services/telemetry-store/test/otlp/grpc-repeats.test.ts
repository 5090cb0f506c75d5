import { type ClientHttp2Session, connect } from 'node:http2';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Ingest } from '../../src/core/ingest.ts';
import { type AnswersOwed, createAnswersOwed } from '../../src/core/repeats/answers-owed.ts';
import { type FirstOutcome, takeOnce } from '../../src/core/repeats/take-once.ts';
import type { OtlpServer } from '../../src/otlp/otlp-server.ts';
import { callRaw, framed, openCall } from '../support/grpc-call.ts';
import { type GrpcParts, openGrpcParts } from '../support/grpc-parts.ts';
import { logsJson, protobufOf } from '../support/otlp-payload.ts';

let grpc: GrpcParts;
let server: OtlpServer;
let session: ClientHttp2Session;
let owed: AnswersOwed<FirstOutcome>;
/** What happens between the moment at which a request is kept and its answer. */
let beforeAnswer: () => Promise<void>;
beforeAll(async () => {
  grpc = await openGrpcParts();
  owed = createAnswersOwed({ answersOwedMs: 60_000, answersOwedMax: 10 });
  const accept: Ingest['accept'] = async (request) => {
    const outcome = await grpc.ingest.accept(request);
    await beforeAnswer();
    return outcome;
  };
  server = await grpc.start({ ingest: takeOnce({ ...grpc.ingest, accept }, owed, () => 0) });
});
afterAll(async () => {
  session?.destroy();
  await server?.close();
  await grpc?.close();
});
beforeEach(() => {
  session = connect(server.url);
  beforeAnswer = async () => {};
});

const logs = (service: string): Buffer => framed(protobufOf('logs', logsJson(service, ['x'])));
const last = (): unknown => grpc.received.at(-1);
const isOwed = async (): Promise<void> => {
  while (owed.size() === 0) await new Promise((turn) => setImmediate(turn));
};

test.each([
  ['the call is cancelled', 'cancelled', (): void => {}],
  ['the connection is cut', 'cut', (): void => session.destroy()],
])('%s before its answer: sent again it is answered and stored once', async (_name, service, cut) => {
  const call = openCall(session, 'logs');
  beforeAnswer = async () => {
    call.close(8);
    cut();
    await isOwed();
  };
  call.end(logs(service));
  await isOwed();
  session = connect(server.url);
  const answer = await callRaw(session, 'logs', logs(service));
  expect([answer.code, last()]).toEqual(['0', ['logs', 'repeated', 0]]);
  expect(await grpc.rows('logs', service)).toBe(1);
});

test('calls that were answered are kept each', async () => {
  for (let i = 0; i < 2; i++) expect((await callRaw(session, 'logs', logs('again'))).code).toBe('0');
  expect(await grpc.rows('logs', 'again')).toBe(2);
  session.destroy();
  expect(owed.size()).toBe(0);
});
