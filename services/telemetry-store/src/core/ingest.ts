import { setTimeout as delay } from 'node:timers/promises';
import { batchBytes, batchRows, type DecodeOutcome } from '@clearspan/telemetry-store';
import type { WalRecord } from '../wal/record.ts';
import type { SegmentWriter } from '../wal/segment-writer.ts';
import { createSegmentRows, type SegmentRows } from './derive-rows.ts';
import type { ReplayLimits } from './replay.ts';
import { createRowBatches } from './row-batches.ts';
import { type StoreSegmentParts, storeSegment } from './store-segment.ts';

export interface IngestLimits extends ReplayLimits {
  readonly batchMs: number;
  readonly batchRowsMax: number;
  readonly batchBytesMax: number;
  readonly batchesInFlightMax: number;
  /** Bytes in the log whose rows are not in the store yet. */
  readonly walBytesMax: number;
  /** Batches are not cut for readers more often than this. */
  readonly readerFlushMs: number;
}

export interface IngestRequest extends WalRecord {
  /** The body without its compression. */
  readonly plain: Uint8Array;
  /** Readers are not promised that they find it: it is stored with the batch it is in. */
  readonly eventual?: boolean;
  /** Resolves once it is known whether the answer reached the client's connection; absent where that is never known. */
  readonly delivered?: Promise<boolean>;
}

/** `repeated`: the request was there already, and this is how it ended then. */
export type Accepted = DecodeOutcome & { readonly repeated?: true };

/** Thrown when a request was not taken and the same one can be sent again later. */
export type IngestError = Error & { readonly code: 'OVERLOADED' | 'LOG_FAILED' };

export interface Ingest {
  /**
   * Resolves when the records are on disk: they survive the death of this process and of the engine. A malformed body
   * gives `ok: false` and leaves no trace. Rejects with an `IngestError`.
   */
  accept(request: IngestRequest): Promise<Accepted>;
  /**
   * What was acknowledged before the call can be queried when this resolves, or `capMs` have passed. With `promised` that
   * holds for what was not sent as `eventual`.
   */
  flushed(capMs: number, what?: 'all' | 'promised'): Promise<void>;
  /**
   * Waits until what was accepted before the call has left the log: it is in the engine, or put aside. False when some of it
   * stays in the log until the next start.
   */
  settled(): Promise<boolean>;
  /** Bytes of the log whose rows are not in the store yet. */
  walBytes(): number;
  /** Stores what is open and waits for it. */
  close(): Promise<void>;
}

export interface IngestParts extends StoreSegmentParts {
  readonly limits: IngestLimits;
}

/** One segment of the log and the rows of its records: they are stored together, under the segment's name. */
interface OpenBatch {
  readonly segment: SegmentWriter;
  readonly derived: SegmentRows;
  readonly timer: NodeJS.Timeout;
  /** Whether a reader was promised something of it. */
  promised: boolean;
  /** Whether its segment has left the log. */
  readonly settled: PromiseWithResolvers<boolean>;
}

export const ingestError = (code: IngestError['code'], message: string, cause?: unknown): IngestError =>
  Object.assign(new Error(message, { cause }), { code });

const refuseWhenBehind = (batches: number, walBytes: number, limits: IngestLimits): void => {
  if (batches >= limits.batchesInFlightMax) {
    throw ingestError('OVERLOADED', `the store is behind: ${batches} batches wait for the engine`);
  }
  if (walBytes >= limits.walBytesMax) {
    throw ingestError('OVERLOADED', `the store is behind: its log has reached ${limits.walBytesMax} bytes`);
  }
};

/** No room, by the disk, a quota or a limit of the process. */
const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

const logFailed = (error: unknown): IngestError => {
  const { code } = error as NodeJS.ErrnoException;
  const why = FULL.has(code) ? `the disk is full (${code}): ` : '';
  return ingestError('LOG_FAILED', `${why}the write-ahead log could not be written`, error);
};

const isFull = ({ derived: { rows } }: OpenBatch, { batchRowsMax, batchBytesMax }: IngestLimits): boolean =>
  batchRows(rows) >= batchRowsMax || batchBytes(rows) >= batchBytesMax;

/** Waits for all of the work, but no longer than `capMs`. */
const allWithin = async (work: Iterable<Promise<unknown>>, capMs: number): Promise<void> => {
  const cap = new AbortController();
  await Promise.race([Promise.all(work), delay(capMs, undefined, { signal: cap.signal }).catch(() => {})]);
  cap.abort();
};

/** Takes telemetry into the log and, batch by batch, into the engine. */
export const createIngest = (parts: IngestParts): Ingest => {
  const { wal, limits, log } = parts;
  // One is filled while the others are on their way.
  const batches = createRowBatches(limits.batchesInFlightMax);
  let current: OpenBatch | undefined;
  const inFlight = new Map<OpenBatch, Promise<boolean>>();
  let readerFlushedMs = Number.NEGATIVE_INFINITY;

  const walBytes = (): number =>
    [...inFlight.keys()].reduce((sum, { segment }) => sum + segment.bytes(), current?.segment.bytes() ?? 0);

  const cut = (): void => {
    if (!current) return;
    const batch = current;
    current = undefined;
    clearTimeout(batch.timer);
    // Only malformed requests came: there is no file and there are no rows.
    if (batch.derived.records === 0) {
      batches.give(batch.derived.rows);
      batch.settled.resolve(true);
      return;
    }
    const stored = storeSegment(batch.segment, batch.derived, parts)
      .then(() => true)
      .catch((error: unknown) => {
        log.error(
          { segment: batch.segment.name, err: error },
          'a segment was not stored; it is replayed at the next start',
        );
        return false;
      })
      .finally(() => {
        inFlight.delete(batch);
        batches.give(batch.derived.rows);
      });
    batch.settled.resolve(stored);
    inFlight.set(batch, stored);
  };

  const openBatch = (): OpenBatch => {
    const segment = wal.create();
    return {
      segment,
      derived: createSegmentRows(segment.name, limits, batches.take()),
      timer: setTimeout(cut, limits.batchMs),
      promised: false,
      settled: Promise.withResolvers(),
    };
  };

  return {
    walBytes,
    accept: async (request) => {
      refuseWhenBehind(inFlight.size, walBytes(), limits);
      current ??= openBatch();
      const batch = current;
      const outcome = batch.derived.add(request, request.plain);
      if (!outcome.ok || outcome.accepted === 0) return outcome;
      if (!request.eventual) batch.promised = true;
      // In the same turn as the rows: their order in the log is their order in the batch.
      const durable = batch.segment.append(request);
      if (isFull(batch, limits)) cut();
      try {
        await durable;
      } catch (error) {
        if (current === batch) cut();
        throw logFailed(error);
      }
      return outcome;
    },
    flushed: async (capMs, what = 'all') => {
      const awaited = (batch: OpenBatch): boolean => what === 'all' || batch.promised;
      const gapMs = readerFlushedMs + limits.readerFlushMs - performance.now();
      const batch = current;
      if (batch && batch.derived.records > 0 && awaited(batch)) {
        if (gapMs > 0) await delay(gapMs);
        // A reader's small batch must not take the last place: the next request would be turned away for it.
        const placesLeft = (): number => limits.batchesInFlightMax - inFlight.size;
        if (current === batch && placesLeft() <= 1) await allWithin([Promise.race(inFlight.values())], capMs);
        if (current === batch && placesLeft() > 1) {
          readerFlushedMs = performance.now();
          cut();
        }
      }
      const underWay = [...inFlight].filter(([batch]) => awaited(batch)).map(([, stored]) => stored);
      if (underWay.length > 0) await allWithin(underWay, capMs);
    },
    settled: async () => {
      const open = current ? [current.settled.promise] : [];
      return (await Promise.all([...inFlight.values(), ...open])).every((left) => left);
    },
    close: async () => {
      cut();
      await Promise.all(inFlight.values());
    },
  };
};
