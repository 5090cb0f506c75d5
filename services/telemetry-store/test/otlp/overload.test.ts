import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIngest, type Ingest } from '../../src/core/ingest.ts';
import { startHttpServer } from '../../src/otlp/http/http-server.ts';
import type { OtlpServer } from '../../src/otlp/otlp-server.ts';
import { createReceiving } from '../../src/otlp/receiving.ts';
import { createRoom } from '../../src/otlp/room.ts';
import { HEADER_BYTES } from '../../src/wal/record.ts';
import { LIMITS, listeningLog, openParts, type Parts, rowsOf } from '../support/open-parts.ts';
import { logsJson } from '../support/otlp-payload.ts';

const CLIENTS = 16;
const ACKNOWLEDGED = 200;
const RECORD_CHARS = 8_000;
const BODY_BYTES_MAX = 10_000;
/** Some requests at once, and some more that wait for the engine: a part of what the clients send. */
const BODIES_BYTES_MAX = 5 * BODY_BYTES_MAX;
const WAL_BYTES_MAX = 8 * BODY_BYTES_MAX;

let parts: Parts;
let ingest: Ingest;
let server: OtlpServer;
beforeAll(async () => {
  parts = await openParts();
  ingest = createIngest({
    store: parts.store,
    wal: await parts.openWal(),
    limits: { ...LIMITS, batchMs: 20, walBytesMax: WAL_BYTES_MAX },
    log: listeningLog(),
  });
  server = await startHttpServer({
    ingest,
    host: '127.0.0.1',
    port: 0,
    bodyBytesMax: BODY_BYTES_MAX,
    plainBytesMax: BODY_BYTES_MAX,
    receiving: createReceiving(BODIES_BYTES_MAX),
    room: createRoom(BODIES_BYTES_MAX),
    requestMs: 30_000,
    nowNanos: () => 1_790_000_000_000_000_000n,
    onReceived: () => {},
    log: listeningLog(),
  });
});
afterAll(async () => {
  await server?.close();
  await ingest?.close();
  await parts?.close();
});

test('more than it can take, twice over: it sheds and says when to come again, holds no more than its limits, loses nothing', async () => {
  const acknowledged: string[] = [];
  const shed = { 429: 0, 503: 0 };
  let sent = 0;
  let walBytes = 0;
  const enough = (): boolean =>
    acknowledged.length >= ACKNOWLEDGED && shed[429] + shed[503] >= acknowledged.length && shed[429] * shed[503] > 0;
  const client = async (): Promise<void> => {
    while (!enough()) {
      const name = String(sent++);
      const answer = await fetch(`${server.url}/v1/logs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: logsJson('overload', [name.padEnd(RECORD_CHARS)]),
      });
      await answer.arrayBuffer();
      walBytes = Math.max(walBytes, ingest.walBytes());
      if (answer.status === 200) acknowledged.push(name);
      else {
        expect([429, 503]).toContain(answer.status);
        expect(answer.headers.get('retry-after')).toBe('1');
        shed[answer.status as 429 | 503] += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  // The last one that was let in was let in below the limit.
  expect(walBytes).toBeLessThan(WAL_BYTES_MAX + BODY_BYTES_MAX + HEADER_BYTES);
  await ingest.flushed(10_000);
  const held = await rowsOf(
    parts.store,
    "SELECT trimRight(d_str['logRecord.body']) AS name FROM otel.logs LIMIT 100000",
  );
  expect(held.length).toBe(acknowledged.length);
  expect(new Set(held.flat())).toEqual(new Set(acknowledged));
}, 60_000);
