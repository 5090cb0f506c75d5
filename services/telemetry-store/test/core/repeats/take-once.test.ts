import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createIngest, type Ingest, type IngestRequest } from '../../../src/core/ingest.ts';
import { type AnswersOwed, createAnswersOwed } from '../../../src/core/repeats/answers-owed.ts';
import { recallAnswers } from '../../../src/core/repeats/recall-answers.ts';
import { type FirstOutcome, takeOnce } from '../../../src/core/repeats/take-once.ts';
import { replay } from '../../../src/core/replay.ts';
import { LIMITS, listeningLog, openParts, type Parts, rowsOf } from '../../support/open-parts.ts';
import { logsJson } from '../../support/otlp-payload.ts';

const OWED_LIMITS = { answersOwedMs: 60_000, answersOwedMax: 100 };
const KEPT = { ok: true, accepted: 1, rejected: 0, message: '' };
const REPEATED = { ...KEPT, repeated: true };
const CUT = Promise.resolve(false);
const DELIVERED = Promise.resolve(true);

let parts: Parts;
let owed: AnswersOwed<FirstOutcome>;
let ingest: Ingest;
beforeAll(async () => {
  parts = await openParts();
});
afterAll(() => parts?.close());
beforeEach(async () => {
  owed = createAnswersOwed(OWED_LIMITS);
  const wal = await parts.openWal();
  await replay(parts.store, wal, LIMITS, listeningLog());
  ingest = takeOnce(createIngest({ store: parts.store, wal, limits: LIMITS, log: listeningLog() }), owed, () => 0);
});

const log = (service: string, delivered: Promise<boolean>, json = logsJson(service, ['x'])): IngestRequest => {
  const plain = Buffer.from(json);
  const receivedNanos = 1_790_000_000_000_000_000n;
  return { signal: 'logs', encoding: 'json', compression: 'identity', receivedNanos, body: plain, plain, delivered };
};
const zipped = (request: IngestRequest): IngestRequest => ({
  ...request,
  compression: 'gzip',
  body: gzipSync(request.plain),
});
const count = async (service: string): Promise<number> => {
  await ingest.flushed(5_000);
  const sql = `SELECT count() FROM otel.logs WHERE subsystemname = '${service}'`;
  return Number((await rowsOf(parts.store, sql))[0]?.[0]);
};

describe('a request that is sent again', () => {
  test('after its answer did not arrive: not stored again, however it is compressed, and only once so', async () => {
    expect(await ingest.accept(log('cut', CUT))).toEqual(KEPT);
    expect(await ingest.accept(zipped(log('cut', CUT)))).toEqual(REPEATED);
    expect(await ingest.accept(log('cut', DELIVERED))).toEqual(REPEATED);
    expect(await count('cut')).toBe(1);
    expect(await ingest.accept(log('cut', DELIVERED))).toEqual(KEPT);
    expect(await count('cut')).toBe(2);
  });

  test('after its answer arrived: another request, kept as well', async () => {
    for (let i = 0; i < 3; i++) expect(await ingest.accept(log('by hand', DELIVERED))).toEqual(KEPT);
    expect(await count('by hand')).toBe(3);
    expect(owed.size()).toBe(0);
  });

  test('by two clients at the same time that both wait: both are kept, and each is owed its answer', async () => {
    const cut = Promise.withResolvers<boolean>();
    expect(await Promise.all([1, 2].map(() => ingest.accept(log('two', cut.promise))))).toEqual([KEPT, KEPT]);
    cut.resolve(false);
    await cut.promise;
    const again = [1, 2, 3].map(() => ingest.accept(log('two', DELIVERED)));
    expect(await Promise.all(again)).toEqual([REPEATED, REPEATED, KEPT]);
    expect(await count('two')).toBe(3);
  });

  test('to another signal or in another encoding: another request', async () => {
    await ingest.accept(log('other', CUT));
    const same = log('other', DELIVERED);
    expect(await ingest.accept({ ...same, encoding: 'protobuf' })).toMatchObject({ ok: false });
    expect(await ingest.accept({ ...same, signal: 'traces' })).toEqual({ ...KEPT, accepted: 0 });
    expect(await ingest.accept(same)).toEqual(REPEATED);
  });
});

describe('while the first is under way', () => {
  /** An ingest that keeps everything and says so when it is told to. */
  const slow = async (): Promise<{ ingest: Ingest; settle: (error?: Error) => void; asked: () => number }> => {
    const settled = Promise.withResolvers<void>();
    let asked = 0;
    const accept: Ingest['accept'] = async (request) => {
      asked += 1;
      if (asked > 1) return ingest.accept(request);
      await settled.promise;
      return ingest.accept(request);
    };
    const settle = (error?: Error): void => (error ? settled.reject(error) : settled.resolve());
    return { ingest: takeOnce({ ...ingest, accept }, owed, () => 0), settle, asked: () => asked };
  };

  test('repeats of a client that gave up share its outcome, those that gave up too among them', async () => {
    const first = await slow();
    const outcomes = [first.ingest.accept(log('under way', CUT))];
    for (const fate of [CUT, CUT, DELIVERED]) {
      await CUT;
      outcomes.push(first.ingest.accept(log('under way', fate)));
    }
    expect(first.asked()).toBe(1);
    first.settle();
    expect(await Promise.all(outcomes)).toEqual([KEPT, REPEATED, REPEATED, REPEATED]);
    expect(await count('under way')).toBe(1);
  });

  test('a repeat of one that comes to nothing is taken itself', async () => {
    const first = await slow();
    const outcome = first.ingest.accept(log('refused', CUT));
    await CUT;
    const repeat = first.ingest.accept(log('refused', DELIVERED));
    first.settle(Object.assign(new Error('no disk'), { code: 'LOG_FAILED' }));
    await expect(outcome).rejects.toMatchObject({ code: 'LOG_FAILED' });
    expect(await repeat).toEqual(KEPT);
    expect(await count('refused')).toBe(1);
  });
});

describe('after a start', () => {
  /** As a new process would find it, the earlier one gone with its memory. */
  const restart = async (recallBytesMax = 1e6): Promise<void> => {
    const wal = await parts.openWal();
    await replay(parts.store, wal, LIMITS, listeningLog());
    owed = createAnswersOwed(OWED_LIMITS);
    await recallAnswers(wal, owed, { ...LIMITS, ...OWED_LIMITS, recallBytesMax }, 0);
    ingest = takeOnce(createIngest({ store: parts.store, wal, limits: LIMITS, log: listeningLog() }), owed, () => 0);
  };

  test('what was only in the log is known, and told with the outcome of then', async () => {
    const dying = createIngest({
      store: { insert: () => new Promise(() => {}) },
      wal: await parts.openWal(),
      limits: LIMITS,
      log: listeningLog(),
    });
    const json = logsJson('replayed', ['kept', 'too late']).replace('1790000000000001000', '18446744073709551615');
    const outcome = await dying.accept(log('replayed', CUT, json));
    expect(outcome).toMatchObject({ accepted: 1, rejected: 1 });
    await restart();
    expect(await ingest.accept(log('replayed', DELIVERED, json))).toEqual({ ...outcome, repeated: true });
    expect(await count('replayed')).toBe(1);
  });

  test('the newest are known where there is too much to be read again', async () => {
    await ingest.accept(log('older', DELIVERED));
    await ingest.flushed(5_000);
    await ingest.accept(log('newer', DELIVERED));
    await ingest.close();
    await restart(1);
    expect(await ingest.accept(log('older', DELIVERED))).toEqual(KEPT);
    expect(await ingest.accept(log('newer', DELIVERED))).toEqual(REPEATED);
  });

  test('what was in the engine already is known too, over several starts, and each content once', async () => {
    await ingest.accept(log('stored', DELIVERED));
    await ingest.accept(log('stored', DELIVERED));
    await ingest.close();
    for (let run = 0; run < 3; run++) {
      await restart();
      expect(await ingest.accept(zipped(log('stored', CUT)))).toEqual(REPEATED);
    }
    expect(await ingest.accept(log('stored', DELIVERED))).toEqual(REPEATED);
    expect(await ingest.accept(log('stored', DELIVERED))).toEqual(KEPT);
    expect(await count('stored')).toBe(3);
  });
});
