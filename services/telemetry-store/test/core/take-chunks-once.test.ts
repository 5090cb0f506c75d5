import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Signal, sameDays, type TelemetryStore } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIngest, type Ingest, type IngestLimits, type IngestRequest } from '../../src/core/ingest.ts';
import { replay } from '../../src/core/replay.ts';
import { takeChunksOnce } from '../../src/core/take-chunks-once.ts';
import { IMPORT_LOOKUP_LIMITS } from '../../src/limits.ts';
import { LIMITS, listeningLog, openParts, type Parts, rowsOf } from '../support/open-parts.ts';

const RECEIVED_NANOS = 1_790_000_000_000_000_000n;

const chunk = (name: string, lines: readonly string[], { line = 1, signal = 'logs' as Signal } = {}): IngestRequest => {
  const plain = Buffer.from([JSON.stringify({ import: name, line }), ...lines].join('\n'));
  const bytes = { body: plain, plain };
  return { signal, encoding: 'lines', compression: 'identity', receivedNanos: RECEIVED_NANOS, ...bytes };
};
const lineOf = (service: string, i: number): string =>
  JSON.stringify({ time: '2026-09-21T14:13:20Z', service, level: 'error', i });

let parts: Parts;
beforeAll(async () => {
  parts = await openParts();
});
afterAll(() => parts?.close());

/** As a start of the service opens them: what is left in the log is replayed first. */
const open = async (
  over: Partial<IngestLimits> = {},
  store: Pick<TelemetryStore, 'insert'> = parts.store,
): Promise<Ingest> => {
  const wal = await parts.openWal();
  const limits = { ...LIMITS, ...over };
  await replay(parts.store, wal, limits, listeningLog());
  return takeChunksOnce(createIngest({ store, wal, limits, log: listeningLog() }), parts.store, IMPORT_LOOKUP_LIMITS);
};
const idsOf = async (service: string): Promise<readonly unknown[]> =>
  (await rowsOf(parts.store, `SELECT logid FROM otel.logs WHERE subsystemname = '${service}' ORDER BY logid`)).flat();

describe('a chunk that comes again adds nothing and has the same answer', () => {
  const lines = (service: string): readonly string[] => [lineOf(service, 1), '{"broken', lineOf(service, 2), ''];
  const told = { accepted: 2, rejected: 1, times_unread: 0, known: false };

  test('while its rows wait for the engine, and sent twice at the same time', async () => {
    const ingest = await open();
    const taken = await Promise.all([1, 2].map(() => ingest.accept(chunk('waiting', lines('waiting'), { line: 7 }))));
    taken.push(await ingest.accept(chunk('waiting', lines('waiting'), { line: 7 })));
    expect(taken.map(({ repeated }) => repeated)).toEqual([undefined, true, true]);
    for (const outcome of taken) {
      expect(outcome).toMatchObject({ lines: told });
      expect(outcome).toMatchObject({ lines: { faults: [{ line: 8, code: 'MALFORMED_JSON' }] } });
    }
    await ingest.close();
    expect((await idsOf('waiting')).map((id) => String(id).slice(-2))).toEqual(['-7', '-9']);
  });

  test('once its rows are in the engine', async () => {
    const ingest = await open();
    const first = await ingest.accept(chunk('stored', lines('stored')));
    await ingest.flushed(5_000);
    const ids = await idsOf('stored');
    const again = await ingest.accept(chunk('stored', lines('stored')));
    expect(again).toMatchObject({ lines: { ...told, faults: expect.any(Array) } });
    expect(again).toEqual({ ...first, message: '', repeated: true });
    await ingest.close();
    expect(ids).toHaveLength(2);
    expect(await idsOf('stored')).toEqual(ids);
  });

  test('after a death with its rows only in the log, and after a second one that replays them once more', async () => {
    const dying = await open({}, { insert: () => new Promise(() => {}) });
    await dying.accept(chunk('killed', lines('killed')));
    const log = join(parts.dir, 'wal');
    const left = (await readdir(log)).filter((file) => file.endsWith('.wal')) as [string];
    expect(left).toHaveLength(1);
    const bytes = await readFile(join(log, left[0]));
    for (let run = 0; run < 2; run++) {
      const ingest = await open();
      expect(await ingest.accept(chunk('killed', lines('killed')))).toMatchObject({ repeated: true });
      await ingest.close();
      expect(await idsOf('killed')).toHaveLength(2);
      // As if it had died before it noted that the segment is done.
      if (run === 0) await writeFile(join(log, left[0]), bytes);
    }
  });
});

test('another import, another place and other lines are other chunks', async () => {
  const ingest = await open();
  const line = [lineOf('others', 1)];
  const taken = [
    await ingest.accept(chunk('a', line)),
    await ingest.accept(chunk('b', line)),
    await ingest.accept(chunk('a', line, { line: 2 })),
    await ingest.accept(chunk('a', [lineOf('others', 2)])),
  ];
  expect(taken.map(({ repeated }) => repeated)).toEqual(Array(4).fill(undefined));
  await ingest.close();
  expect(new Set(await idsOf('others')).size).toBe(4);
});

test('a chunk that was turned away is taken when it comes again', async () => {
  const gate = Promise.withResolvers<void>();
  const ingest = await open(
    { batchRowsMax: 1, batchesInFlightMax: 1 },
    {
      insert: async (batch, token) => {
        await gate.promise;
        await parts.store.insert(batch, token);
      },
    },
  );
  await ingest.accept(chunk('behind', [lineOf('behind', 1)]));
  const second = chunk('behind', [lineOf('behind', 2)], { line: 2 });
  await expect(ingest.accept(second)).rejects.toMatchObject({ code: 'OVERLOADED' });
  gate.resolve();
  await ingest.flushed(5_000);
  expect(await ingest.accept(second)).toEqual({
    ok: true,
    accepted: 1,
    rejected: 0,
    message: '',
    lines: expect.anything(),
  });
  await ingest.close();
  expect(await idsOf('behind')).toHaveLength(2);
});

test('an engine that does not say whether it has a chunk: nothing is taken', async () => {
  const away = { query: () => Promise.reject(Object.assign(new Error('away'), { code: 'UNAVAILABLE' })) };
  const ingest = takeChunksOnce(await open(), away, IMPORT_LOOKUP_LIMITS);
  await expect(ingest.accept(chunk('away', [lineOf('away', 1)]))).rejects.toMatchObject({ code: 'OVERLOADED' });
  await ingest.close();
  expect(await idsOf('away')).toEqual([]);
});

test('times that are not kept are rejected, by the line', async () => {
  const ingest = await open({ retentionDays: sameDays(15) });
  const old = JSON.stringify({ time: '2026-01-05T08:00:00Z', service: 'old' });
  const outcome = await ingest.accept(chunk('old', [lineOf('old', 1), old], { line: 11 }));
  const message = expect.stringMatching(
    /^line 12: expected the time of a record from 2026-09-06T.*, found 2026-01-05T/,
  );
  expect(outcome).toMatchObject({
    accepted: 1,
    rejected: 1,
    lines: { faults: [{ line: 12, code: 'NOT_KEPT', message }] },
  });
  await ingest.close();
  expect(await idsOf('old')).toHaveLength(1);
});

test.each([
  ['', 'expected {"import", "line"} in the first line, found another'],
  ['{"import":"x","line":0}', 'line'],
  ['{"import":"","line":1}', 'import'],
  ['{"import":"x","lines":1}', 'lines'],
])('a head of another shape is refused: %s', async (head, message) => {
  const ingest = await open();
  const plain = Buffer.from(`${head}\nhello`);
  const outcome = await ingest.accept({ ...chunk('x', []), plain, body: plain });
  expect(outcome).toMatchObject({ ok: false, error: { message: expect.stringContaining(message) } });
  await ingest.close();
});
