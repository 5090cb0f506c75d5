import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Signal, sameDays } from '@clearspan/telemetry-store';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createIngest, type IngestRequest } from '../../src/core/ingest.ts';
import { replay } from '../../src/core/replay.ts';
import { LIMITS, listeningLog, openParts, type Parts, rowsOf, type Said } from '../support/open-parts.ts';
import { logsJson, protobufOf, tracesJson } from '../support/otlp-payload.ts';

const request = (signal: Signal, json: string): IngestRequest => {
  const plain = Buffer.from(json);
  return {
    signal,
    encoding: 'json',
    compression: 'identity',
    receivedNanos: 1_790_000_000_000_000_000n,
    body: plain,
    plain,
  };
};
const zipped = (signal: Signal, json: string): IngestRequest => {
  const plain = protobufOf(signal, json);
  return { ...request(signal, json), encoding: 'protobuf', compression: 'gzip', body: gzipSync(plain), plain };
};

let parts: Parts;
beforeAll(async () => {
  parts = await openParts();
});
afterAll(() => parts?.close());

const count = async (service: string): Promise<number> =>
  Number(
    (
      await rowsOf(
        parts.store,
        `SELECT (SELECT count() FROM otel.logs WHERE subsystemname = '${service}') + (SELECT count() FROM otel.spans WHERE service = '${service}')`,
      )
    )[0]?.[0],
  );

describe('ingest', () => {
  test('what was acknowledged can be queried after a flush, once', async () => {
    const ingest = createIngest({
      store: parts.store,
      wal: await parts.openWal(),
      limits: LIMITS,
      log: listeningLog(),
    });
    const outcomes = await Promise.all([
      ingest.accept(request('logs', logsJson('flushed', ['one', 'two']))),
      ingest.accept(zipped('traces', tracesJson('flushed', [{ trace: 1, span: 1 }]))),
    ]);
    expect(outcomes).toEqual([
      { ok: true, accepted: 2, rejected: 0, message: '' },
      { ok: true, accepted: 1, rejected: 0, message: '' },
    ]);
    expect(ingest.walBytes()).toBeGreaterThan(0);
    await ingest.flushed(5_000);
    expect(ingest.walBytes()).toBe(0);
    expect(await count('flushed')).toBe(3);
    await ingest.flushed(5_000);
    await ingest.close();
    expect(await count('flushed')).toBe(3);
  });

  test('a reader of what was promised does not wait for what is eventual, and finds it with the rest', async () => {
    const ingest = createIngest({
      store: parts.store,
      wal: await parts.openWal(),
      limits: LIMITS,
      log: listeningLog(),
    });
    await ingest.accept({ ...request('logs', logsJson('eventual', ['one'])), eventual: true });
    await ingest.flushed(5_000, 'promised');
    expect(await count('eventual')).toBe(0);
    await ingest.flushed(5_000);
    expect(await count('eventual')).toBe(1);
    await ingest.accept({ ...request('logs', logsJson('eventual', ['two'])), eventual: true });
    await ingest.accept(request('logs', logsJson('eventual', ['three'])));
    await ingest.flushed(5_000, 'promised');
    expect(await count('eventual')).toBe(3);
    await ingest.close();
  });

  test('a clock that is set back keeps no reader waiting', async () => {
    const limits = { ...LIMITS, readerFlushMs: 20 };
    const ingest = createIngest({ store: parts.store, wal: await parts.openWal(), limits, log: listeningLog() });
    await ingest.accept(request('logs', logsJson('set-back', ['one'])));
    await ingest.flushed(5_000);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
    try {
      await ingest.accept(request('logs', logsJson('set-back', ['two'])));
      await ingest.flushed(5_000);
    } finally {
      vi.useRealTimers();
    }
    expect(await count('set-back')).toBe(2);
    await ingest.close();
  });

  test('a malformed body leaves no trace, not even a segment', async () => {
    const wal = await parts.openWal();
    const before = await readdir(join(parts.dir, 'wal'));
    const ingest = createIngest({ store: parts.store, wal, limits: LIMITS, log: listeningLog() });
    expect(await ingest.accept(request('logs', '{"resourceLogs":[{'))).toMatchObject({ ok: false });
    await ingest.close();
    expect(await readdir(join(parts.dir, 'wal'))).toEqual(before);
  });

  test('records older than what is kept are rejected and said so, at the time they came', async () => {
    const limits = { ...LIMITS, retentionDays: sameDays(15) };
    const ingest = createIngest({ store: parts.store, wal: await parts.openWal(), limits, log: listeningLog() });
    const old = request('logs', logsJson('old', ['x']));
    expect(await ingest.accept(old)).toMatchObject({ ok: true, accepted: 1 });
    const later = { ...old, receivedNanos: old.receivedNanos + 16n * 86_400_000_000_000n };
    expect(await ingest.accept(later)).toMatchObject({
      ok: true,
      accepted: 0,
      rejected: 1,
      message: expect.stringMatching(/./),
    });
    await ingest.close();
    expect(await count('old')).toBe(1);
  });

  test('a batch is cut at its number of rows', async () => {
    const limits = { ...LIMITS, batchRowsMax: 2 };
    const ingest = createIngest({ store: parts.store, wal: await parts.openWal(), limits, log: listeningLog() });
    await ingest.accept(request('logs', logsJson('cut', ['one'])));
    await ingest.accept(request('logs', logsJson('cut', ['two'])));
    await ingest.accept(request('logs', logsJson('cut', ['three'])));
    expect(
      (await readdir(join(parts.dir, 'wal'))).filter((file) => file.endsWith('.wal')).length,
    ).toBeGreaterThanOrEqual(1);
    await ingest.close();
    expect(await count('cut')).toBe(3);
  });

  test('a store that falls behind refuses instead of growing, and takes again once it caught up', async () => {
    const gate = Promise.withResolvers<void>();
    const store = { insert: () => gate.promise };
    const limits = { ...LIMITS, batchRowsMax: 1 };
    const ingest = createIngest({ store, wal: await parts.openWal(), limits, log: listeningLog() });
    for (let i = 0; i < limits.batchesInFlightMax; i++) await ingest.accept(request('logs', logsJson('behind', ['x'])));
    await expect(ingest.accept(request('logs', logsJson('behind', ['x'])))).rejects.toMatchObject({
      code: 'OVERLOADED',
    });
    gate.resolve();
    await ingest.flushed(5_000);
    expect(await ingest.accept(request('logs', logsJson('behind', ['x'])))).toMatchObject({ ok: true });
    await ingest.close();
  });

  test('bytes in the log are bounded', async () => {
    const limits = { ...LIMITS, walBytesMax: 100 };
    const ingest = createIngest({ store: parts.store, wal: await parts.openWal(), limits, log: listeningLog() });
    await ingest.accept(request('logs', logsJson('bounded', ['x'])));
    await expect(ingest.accept(request('logs', logsJson('bounded', ['x'])))).rejects.toMatchObject({
      code: 'OVERLOADED',
    });
    await ingest.close();
  });

  test('a request that cannot be logged is refused and not stored', async () => {
    const lost = await openParts();
    const log = listeningLog();
    const ingest = createIngest({ store: lost.store, wal: await lost.openWal(), limits: LIMITS, log });
    await rm(join(lost.dir, 'wal'), { recursive: true });
    await expect(ingest.accept(request('logs', logsJson('lost', ['x'])))).rejects.toMatchObject({ code: 'LOG_FAILED' });
    await ingest.close();
    expect(log.said).toMatchObject([{ level: 'error', message: 'the write-ahead log could not be written' }]);
    expect(await rowsOf(lost.store, 'SELECT count() FROM otel.logs')).toEqual([['0']]);
    await lost.close();
  });

  test('rows the engine refuses for good are kept aside and named', async () => {
    const log = listeningLog();
    const store = { insert: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENGINE' })) };
    const ingest = createIngest({ store, wal: await parts.openWal(), limits: LIMITS, log });
    await ingest.accept(request('logs', logsJson('refused', ['x'])));
    await ingest.close();
    const [said] = log.said.filter(({ level }) => level === 'error') as [Said];
    expect(said.message).toBe('the engine refuses the rows of a segment; it is kept aside');
    expect((await readFile((said.fields as { path: string }).path)).length).toBeGreaterThan(0);
  });
});

test('readers never make the store turn a request away', async () => {
  const store = { insert: () => new Promise<void>(() => {}) };
  const ingest = createIngest({ store, wal: await parts.openWal(), limits: LIMITS, log: listeningLog() });
  for (let i = 0; i < LIMITS.batchesInFlightMax * 3; i += 1) {
    await ingest.accept(request('logs', logsJson('read', [String(i)])));
    await ingest.flushed(5);
  }
});

test('rows wait for an engine that is away, however long, and are never given up for it', async () => {
  const log = listeningLog();
  let attempts = 0;
  const store = {
    insert: () => {
      attempts += 1;
      const code = attempts % 2 === 0 ? 'UNAVAILABLE' : 'TIMEOUT';
      return attempts > LIMITS.insertAttemptsMax * 5
        ? Promise.resolve()
        : Promise.reject(Object.assign(new Error('away'), { code }));
    },
  };
  const ingest = createIngest({ store, wal: await parts.openWal(), limits: LIMITS, log });
  await ingest.accept(request('logs', logsJson('patient', ['x'])));
  await ingest.close();
  expect(attempts).toBe(LIMITS.insertAttemptsMax * 5 + 1);
  expect(log.said.filter(({ level }) => level === 'error')).toEqual([]);
});

describe('replay', () => {
  // As at every start: what earlier runs left is replayed, and the start of the machine noted.
  beforeAll(async () => void (await replay(parts.store, await parts.openWal(), LIMITS, listeningLog())));

  test('what was acknowledged and not inserted comes in at the next start; a second replay adds nothing', async () => {
    const dying = createIngest({
      store: { insert: () => new Promise(() => {}) },
      wal: await parts.openWal(),
      limits: LIMITS,
      log: listeningLog(),
    });
    await dying.accept(request('logs', logsJson('replayed', ['one', 'two'])));
    await dying.accept(zipped('logs', logsJson('replayed', ['three'])));

    for (let run = 0; run < 2; run++) {
      const log = listeningLog();
      const wal = await parts.openWal();
      const files = await readdir(join(parts.dir, 'wal'));
      expect(await replay(parts.store, wal, LIMITS, log)).toMatchObject({ segments: 1, records: 2 });
      expect(await count('replayed')).toBe(3);
      // As if the process had died before it noted that the segment is done.
      const done = (await readdir(join(parts.dir, 'wal'))).find(
        (file) => file.endsWith('.done') && !files.includes(file),
      ) as string;
      if (run === 0)
        await writeFile(
          join(parts.dir, 'wal', done.replace('.done', '.wal')),
          await readFile(join(parts.dir, 'wal', done)),
        );
      await rm(join(parts.dir, 'wal', done));
    }
  });

  test('rows inserted before the death and replayed after it are there once, with the same ids', async () => {
    const wal = await parts.openWal();
    const ingest = createIngest({ store: parts.store, wal, limits: LIMITS, log: listeningLog() });
    await ingest.accept(request('logs', logsJson('twice', ['one', 'two'])));
    await ingest.flushed(5_000);
    const ids = await rowsOf(parts.store, "SELECT logid FROM otel.logs WHERE subsystemname = 'twice' ORDER BY ts");
    await writeFile(join(parts.dir, 'wal', 'boot-id'), 'the machine was started again');
    await replay(parts.store, await parts.openWal(), LIMITS, listeningLog());
    expect(await rowsOf(parts.store, "SELECT logid FROM otel.logs WHERE subsystemname = 'twice' ORDER BY ts")).toEqual(
      ids,
    );
    expect(new Set(ids.flat()).size).toBe(2);
  });

  test('a damaged record is named and kept aside, the others come in', async () => {
    const dying = createIngest({
      store: { insert: () => new Promise(() => {}) },
      wal: await parts.openWal(),
      limits: LIMITS,
      log: listeningLog(),
    });
    for (const body of ['one', 'two', 'three']) await dying.accept(request('logs', logsJson('damaged', [body])));
    const [file] = (await readdir(join(parts.dir, 'wal'))).filter((name) => name.endsWith('.wal'));
    const path = join(parts.dir, 'wal', file as string);
    const bytes = await readFile(path);
    bytes[bytes.indexOf('"two"') + 1] = 0x58;
    await writeFile(path, Buffer.concat([bytes, Buffer.from('torn')]));
    const log = listeningLog();
    await replay(parts.store, await parts.openWal(), LIMITS, log);
    expect(await count('damaged')).toBe(2);
    expect(log.said.map(({ level }) => level)).toEqual(['warn', 'error', 'info']);
    expect(log.said[1]?.fields).toMatchObject({
      corrupt: [{ from: expect.any(Number), to: expect.any(Number) }],
      path: expect.stringContaining('aside'),
    });
  });
});
