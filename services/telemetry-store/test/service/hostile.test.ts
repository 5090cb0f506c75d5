import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logsJson } from '../support/otlp-payload.ts';
import { runService, type ServiceProcess } from '../support/run-service.ts';

const MEGABYTE = 1024 * 1024;
/** What is inflated together, its texts, and the service itself. */
const PEAK_BYTES_MAX = 1_000 * MEGABYTE;
const CODINGS = { gzip: gzipSync, deflate: deflateSync, zstd: zstdCompressSync } as const;
type Coding = keyof typeof CODINGS;

interface Stats {
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
}

let dir: string;
let service: ServiceProcess;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'store-hostile-'));
  service = await runService(dir);
});
afterEach(async () => {
  await service?.kill();
  await rm(dir, { recursive: true, force: true });
});

const post = async (body: Uint8Array<ArrayBuffer> | string, coding?: Coding): Promise<number> => {
  const headers = { 'content-type': 'application/json', ...(coding ? { 'content-encoding': coding } : {}) };
  const answer = await fetch(`${service.otlpUrl}/v1/logs`, { method: 'POST', headers, body });
  await answer.arrayBuffer();
  return answer.status;
};
const blank = (bytes: number): Buffer => Buffer.from(`{"resourceLogs":[${' '.repeat(bytes)}]}`);
const peakBytes = async (): Promise<number> => {
  const status = await readFile(`/proc/${service.process.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
};

/** Sends without end until the answer comes, as one that does not listen. */
const flood = (bytes: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const sending = httpRequest(`${service.otlpUrl}/v1/logs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': bytes },
    });
    sending.on('response', (response) => {
      resolve(response.statusCode);
      sending.destroy();
    });
    sending.on('error', () => resolve(undefined));
    const chunk = Buffer.alloc(MEGABYTE, 32);
    const more = (): void => {
      if (!sending.destroyed) sending.write(chunk, more);
    };
    more();
  });

test('many small bodies that become large ones, and larger ones than are taken: answered, in bounded memory', {
  timeout: 120_000,
}, async () => {
  const codings = Object.keys(CODINGS) as Coding[];
  const packed = (bytes: number): [Coding, Uint8Array<ArrayBuffer>][] =>
    codings.map((coding) => [coding, new Uint8Array(CODINGS[coding](blank(bytes)))]);
  const [large, bombs] = [packed(60 * MEGABYTE), packed(80 * MEGABYTE)];
  // Together more than a gigabyte.
  const sent = Array.from({ length: 5 }, () => large.map(([coding, body]) => post(body, coding)));
  const burst = bombs.map(([coding, body]) => post(body, coding));
  expect(new Set(await Promise.all(sent.flat()))).toEqual(new Set([200]));
  expect(await Promise.all(burst)).toEqual([413, 413, 413]);
  expect([413, undefined]).toContain(await flood(100 * MEGABYTE));
  expect(await peakBytes()).toBeLessThan(PEAK_BYTES_MAX);
  expect(await post(logsJson('hostile', ['still here']))).toBe(200);
});

test('records of as many days as are kept are stored', { timeout: 120_000 }, async () => {
  // More than the engine takes in one insert if it is not told to.
  const DAYS = 500;
  const DAY_NANOS = 86_400_000_000_000n;
  const firstNanos = 1_500_000_000_000_000_000n;
  const logRecords = Array.from({ length: DAYS }, (_, day) => ({
    timeUnixNano: String(firstNanos + BigInt(day) * DAY_NANOS),
  }));
  expect(await post(JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] }))).toBe(200);
  let rows = 0;
  // Day by day they come to be seen.
  while (rows < DAYS) {
    const stats = (await (await fetch(`${service.url}/api/store/stats`)).json()) as Stats;
    rows = stats.tables.find(({ name }) => name === 'logs')?.rows ?? 0;
  }
  expect(rows).toBe(DAYS);
  expect(service.lines.some((line) => line.includes('trying again'))).toBe(false);
});
