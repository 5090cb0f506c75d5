import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deriveRows } from '../../src/core/derive-rows.ts';
import { readSegment } from '../../src/wal/read-segment.ts';
import { encodeHeader, HEADER_BYTES, type WalRecord } from '../../src/wal/record.ts';
import { openWalDirectory } from '../../src/wal/wal-directory.ts';
import { limitFiles } from '../support/limit-files.ts';

/** As it was written then. */
const RELEASED = new URL('../fixtures/segment-0.1.0.wal', import.meta.url);
const LIMITS = { doneMs: 1_000, doneSegmentsMax: 3, doneBytesMax: 1_000 };

const record = (text: string, over: Partial<WalRecord> = {}): WalRecord => ({
  signal: 'logs',
  encoding: 'json',
  compression: 'identity',
  receivedNanos: 1_780_000_000_000_000_123n,
  body: Buffer.from(text),
  ...over,
});
const bytesOf = (...records: WalRecord[]): Buffer =>
  Buffer.concat(records.flatMap((one) => [encodeHeader(one), one.body]));
const texts = (bytes: Buffer): string[] => readSegment(bytes).records.map((one) => Buffer.from(one.body).toString());

describe('records', () => {
  test('every field comes back', () => {
    const records = [
      record('a', { signal: 'traces', encoding: 'protobuf', compression: 'gzip' }),
      record('', { signal: 'metrics', compression: 'zstd', receivedNanos: 0n }),
      record('c', { compression: 'deflate' }),
      record('d', { encoding: 'lines' }),
    ];
    const read = readSegment(bytesOf(...records));
    expect(read).toEqual({
      records: records.map((one) => ({ ...one, body: Buffer.from(one.body) })),
      corrupt: [],
      tornBytes: 0,
    });
  });

  test('cut at any byte: the whole records before the cut, the rest is torn', () => {
    const whole = bytesOf(record('first'), record('second'), record('third'));
    const ends = [0, HEADER_BYTES + 5, 2 * HEADER_BYTES + 11, whole.length];
    for (let cut = 0; cut <= whole.length; cut++) {
      const kept = ends.filter((end) => end <= cut).length - 1;
      const read = readSegment(whole.subarray(0, cut));
      expect(read.records.length).toBe(kept);
      expect(read.corrupt).toEqual([]);
      expect(read.tornBytes).toBe(cut - (ends[kept] as number));
    }
  });

  test('a byte changed anywhere costs one record and is named', () => {
    const whole = bytesOf(record('first'), record('second'), record('third'));
    const from = HEADER_BYTES + 5;
    const to = 2 * HEADER_BYTES + 11;
    for (let at = from; at < to; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] as number) ^ 0x41;
      expect(readSegment(damaged).corrupt).toEqual([{ from, to }]);
      expect(texts(damaged)).toEqual(['first', 'third']);
    }
  });

  test('a segment of version 0.1.0 is read', async () => {
    const { records, corrupt, tornBytes } = readSegment(await readFile(RELEASED));
    expect([corrupt, tornBytes]).toEqual([[], 0]);
    expect(records.map(({ signal, encoding, compression }) => [signal, encoding, compression])).toEqual([
      ['traces', 'protobuf', 'gzip'],
      ['logs', 'json', 'identity'],
      ['logs', 'json', 'zstd'],
      ['metrics', 'json', 'deflate'],
    ]);
    const { rows, unreadable } = await deriveRows(records, 'old', {
      plainBytesMax: 1_000_000,
      retentionDays: null,
      keptFromMs: () => 0,
    });
    expect([rows.spans.rows, rows.logs.rows, unreadable]).toEqual([1, 4, []]);
  });

  test('any bytes are read without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        const read = readSegment(Buffer.concat([bytesOf(record('first')), noise, bytesOf(record('last'))]));
        expect(read.records.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the directory', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'wal-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  test('appends are durable in the order of the calls and shared syncs lose none', async () => {
    const wal = await openWalDirectory(dir, LIMITS);
    const segment = wal.create();
    await Promise.all(Array.from({ length: 200 }, (_, i) => segment.append(record(`r${i}`))));
    await segment.seal();
    expect(texts(await wal.read(segment.name))).toEqual(Array.from({ length: 200 }, (_, i) => `r${i}`));
    expect(segment.bytes()).toBe((await readFile(join(dir, `${segment.name}.wal`))).length);
    expect(() => segment.append(record('late'))).toThrow('is sealed');
  });

  test('a segment that cannot be written rejects every append and the seal', async () => {
    const wal = await openWalDirectory(dir, LIMITS);
    const segment = wal.create();
    await rm(dir, { recursive: true });
    const appended = await Promise.allSettled([segment.append(record('a')), segment.append(record('b'))]);
    expect(appended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(segment.seal()).rejects.toThrow('ENOENT');
  });

  test('a record that is cut short for want of room is taken back, and what was durable before it stays', async () => {
    const wal = await openWalDirectory(dir, LIMITS);
    const [segment, empty] = [wal.create(), wal.create()];
    await segment.append(record('first'));
    limitFiles(process.pid, segment.bytes() + 10);
    const appended = await Promise.allSettled([
      segment.append(record('x'.repeat(200))),
      empty.append(record('x'.repeat(200))),
    ]);
    limitFiles(process.pid, 'unlimited');
    expect(appended).toMatchObject([{ reason: { code: 'EFBIG' } }, { reason: { code: 'EFBIG' } }]);
    await expect(segment.append(record('late'))).rejects.toMatchObject({ code: 'EFBIG' });
    await expect(segment.seal()).rejects.toMatchObject({ code: 'EFBIG' });
    expect(await wal.read(segment.name)).toEqual(bytesOf(record('first')));
    expect(await wal.exists(empty.name)).toBe(false);
  });

  test('the next run finds what is not done, under names it does not use again', async () => {
    const first = await openWalDirectory(dir, LIMITS);
    const [done, open] = [first.create(), first.create()];
    await done.append(record('done'));
    await open.append(record('open'));
    await Promise.all([done.seal(), open.seal()]);
    await first.replayed();
    await first.done(done.name, 0);
    await appendFile(join(dir, `${open.name}.wal`), 'torn');
    await writeFile(join(dir, 'notes.txt'), 'not a segment');

    const second = await openWalDirectory(dir, LIMITS);
    expect([second.left, second.stored]).toEqual([[open.name], [done.name]]);
    expect(texts(await second.read(done.name))).toEqual(['done']);
    expect(readSegment(await second.read(open.name))).toMatchObject({ tornBytes: 4, corrupt: [] });
    const next = second.create();
    expect(next.name > open.name).toBe(true);
    expect(next.name.slice(13)).not.toBe(open.name.slice(13));
  });

  test('after a restart of the machine the segments that were done are replayed too', async () => {
    const first = await openWalDirectory(dir, LIMITS);
    const segment = first.create();
    await segment.append(record('done'));
    await segment.seal();
    await first.done(segment.name, 0);
    await writeFile(join(dir, 'boot-id'), 'of another start of the machine');
    // A start that ends before it has replayed them leaves them to the next.
    const interrupted = await openWalDirectory(dir, LIMITS);
    expect(interrupted.left).toEqual([segment.name]);
    const second = await openWalDirectory(dir, LIMITS);
    expect(second.left).toEqual([segment.name]);
    await second.done(segment.name, 0);
    await second.replayed();
    await second.sweep(LIMITS.doneMs);
    expect((await readdir(dir)).sort()).toEqual(['aside', 'boot-id']);
  });

  test('segments that are done go after their time, or when there are too many', async () => {
    const wal = await openWalDirectory(dir, LIMITS);
    const left = async (): Promise<number> => (await readdir(dir)).filter((file) => file.endsWith('.done')).length;
    for (let i = 0; i < 5; i++) {
      const segment = wal.create();
      await segment.append(record(String(i)));
      await segment.seal();
      await wal.done(segment.name, 100);
    }
    await wal.sweep(200);
    expect(await left()).toBe(3);
    const large = wal.create();
    await large.append(record('x'.repeat(950)));
    await large.seal();
    await wal.done(large.name, 300);
    await wal.sweep(300);
    expect(await left()).toBe(2);
    await wal.sweep(1_300);
    expect(await left()).toBe(0);
  });

  test('a segment put aside is no longer replayed', async () => {
    const wal = await openWalDirectory(dir, LIMITS);
    const segment = wal.create();
    await segment.append(record('refused'));
    await segment.seal();
    expect(texts(await readFile(await wal.copyAside(segment.name)))).toEqual(['refused']);
    expect(texts(await readFile(await wal.putAside(segment.name)))).toEqual(['refused']);
    expect((await openWalDirectory(dir, LIMITS)).left).toEqual([]);
  });
});
