import { chunkIdOf, DATABASE, type QueryLimits, type TelemetryStore } from '@clearspan/telemetry-store';
import { type Accepted, type Ingest, type IngestError, type IngestRequest, ingestError } from './ingest.ts';

/** `chunk` is what `chunkIdOf` gave: hexadecimal digits only. */
const heldSql = (chunk: string): string =>
  `SELECT answer FROM ${DATABASE}.import_chunks WHERE chunk = '${chunk}' LIMIT 1`;

type Lines = NonNullable<Extract<Accepted, { readonly ok: true }>['lines']>;

const readAnswer = (text: string): Accepted => {
  const lines = JSON.parse(text) as Lines;
  return { ok: true, accepted: lines.accepted, rejected: lines.rejected, message: '', lines };
};

const repeated = (outcome: Accepted): Accepted => ({ ...outcome, repeated: true });

/**
 * Takes chunks of files each once, however often they are sent; all else as it comes. A chunk is known by a row of its
 * own, which is derived from its record in the log and inserted with its rows. Until that row is in the engine the chunk is
 * held here. So one that was acknowledged is always found: here, or in the engine, which has all of the log before this
 * process takes anything. Refuses for now when the engine does not say whether it has a chunk.
 */
export const takeChunksOnce = (ingest: Ingest, store: Pick<TelemetryStore, 'query'>, limits: QueryLimits): Ingest => {
  const underWay = new Map<string, Promise<Accepted>>();

  const held = async (chunk: string): Promise<Accepted | null> => {
    try {
      const [row] = (await store.query({ sql: heldSql(chunk), limits })).rows;
      return row === undefined ? null : readAnswer(String(row[0]));
    } catch (error) {
      throw ingestError('OVERLOADED', 'the engine does not say now whether it has this chunk', error);
    }
  };

  const takeNew = async (chunk: string, request: IngestRequest): Promise<Accepted> => {
    const before = await held(chunk);
    return before === null ? ingest.accept(request) : repeated(before);
  };

  /** A chunk that stays in the log until the next start stays here as well. */
  const forgetOnceStored = async (chunk: string): Promise<void> => {
    if (await ingest.settled()) underWay.delete(chunk);
  };

  const take = async (request: IngestRequest): Promise<Accepted> => {
    const chunk = chunkIdOf(request.signal, request.plain);
    const before = underWay.get(chunk);
    if (before) return repeated(await before);
    const taking = takeNew(chunk, request);
    underWay.set(chunk, taking);
    try {
      return await taking;
    } catch (error) {
      // After any other failure than that of the log it is certain that nothing was written.
      if ((error as IngestError).code !== 'LOG_FAILED') underWay.delete(chunk);
      throw error;
    } finally {
      if (underWay.has(chunk)) void forgetOnceStored(chunk);
    }
  };

  return {
    ...ingest,
    accept: (request) => (request.encoding === 'lines' ? take(request) : ingest.accept(request)),
  };
};
