import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { QueryInput, StoreError } from '@clearspan/telemetry-store';
import type { QueryRunner } from '../query/query-runner.ts';
import type { BackgroundEnd, BackgroundState } from './background-query.ts';
import { resultLines } from './result-lines.ts';

export interface BackgroundLimits {
  /** Queries that wait for their turn. */
  readonly backgroundWaitingMax: number;
  /** Ended queries that are kept. */
  readonly backgroundKeptMax: number;
  readonly backgroundKeepMs: number;
  /** Bytes of the results that are kept. */
  readonly backgroundBytesMax: number;
}

export interface BackgroundParts {
  /** With the limits of a query that nobody waits for. */
  readonly runner: QueryRunner;
  /** Results are kept here while the process runs. */
  readonly dir: string;
  readonly limits: BackgroundLimits;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

/** A query that is known. */
export interface BackgroundQuery {
  readonly submittedMs: number;
  readonly state: BackgroundState;
}

interface Held extends BackgroundQuery {
  readonly input: QueryInput;
  readonly stop: AbortController;
  state: BackgroundState;
}

export interface BackgroundQueries {
  /** Its id; null when too many wait. */
  submit(input: QueryInput): string | null;
  /** Null for an id that is not known, or no longer. */
  find(id: string): BackgroundQuery | null;
  /** Ends a query and forgets its results; false for an id that is not known. */
  cancel(id: string): Promise<boolean>;
  close(): Promise<void>;
}

const ended = (state: BackgroundState): state is Extract<BackgroundState, { kind: 'ended' }> => state.kind === 'ended';
const bytesOf = (state: BackgroundState): number =>
  ended(state) && state.how.kind === 'success' ? state.how.bytes : 0;

const failure = (error: unknown): BackgroundEnd => {
  const { code, message } = error as StoreError;
  if (code === 'TIMEOUT') return { kind: 'timed-out' };
  return code === 'CANCELLED' ? { kind: 'cancelled' } : { kind: 'failed', reason: message };
};

/** Queries that run one after the other while nobody waits, and whose results are fetched later. */
export const openBackgroundQueries = async (parts: BackgroundParts): Promise<BackgroundQueries> => {
  const { runner, dir, limits, nowMs, newId } = parts;
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  const queries = new Map<string, Held>();
  let running: Promise<void> = Promise.resolve();

  const forget = async (id: string): Promise<void> => {
    const { state } = queries.get(id) ?? {};
    queries.delete(id);
    if (state && ended(state) && state.how.kind === 'success') await rm(state.how.path, { force: true });
  };

  /** The oldest results go first. */
  const sweep = async (): Promise<void> => {
    const kept = [...queries].filter(([, { state }]) => ended(state));
    let bytes = kept.reduce((sum, [, { state }]) => sum + bytesOf(state), 0);
    let count = kept.length;
    for (const [id, { state }] of kept) {
      const isOld = ended(state) && nowMs() - state.atMs > limits.backgroundKeepMs;
      if (!isOld && count <= limits.backgroundKeptMax && bytes <= limits.backgroundBytesMax) continue;
      bytes -= bytesOf(state);
      count -= 1;
      await forget(id);
    }
  };

  const answer = async (id: string, { input, stop }: Held): Promise<BackgroundEnd> => {
    const outcome = await runner.run(input, stop.signal);
    if (outcome.kind === 'invalid') {
      const reason = outcome.diagnostics.find(({ severity }) => severity === 'error')?.message;
      return { kind: 'failed', reason: reason ?? 'the query is not valid' };
    }
    const path = join(dir, `${id}.ndjson`);
    const text = [...resultLines(outcome.result)].join('');
    await writeFile(path, text);
    return { kind: 'success', path, bytes: Buffer.byteLength(text) };
  };

  const run = async (id: string, query: Held): Promise<void> => {
    if (query.stop.signal.aborted) return;
    const sinceMs = nowMs();
    query.state = { kind: 'running', sinceMs };
    const how = await answer(id, query).catch(failure);
    query.state = { kind: 'ended', sinceMs, atMs: nowMs(), how };
    // Cancelled while its results were being written: nobody would ever fetch them.
    if (!queries.has(id) && how.kind === 'success') await rm(how.path, { force: true });
    await sweep();
  };

  return {
    submit: (input) => {
      const waiting = [...queries.values()].filter(({ state }) => state.kind === 'waiting').length;
      if (waiting >= limits.backgroundWaitingMax) return null;
      const id = newId();
      const query: Held = { submittedMs: nowMs(), input, stop: new AbortController(), state: { kind: 'waiting' } };
      queries.set(id, query);
      running = running.then(() => run(id, query)).catch(() => {});
      return id;
    },
    find: (id) => queries.get(id) ?? null,
    cancel: async (id) => {
      const query = queries.get(id);
      if (!query) return false;
      query.stop.abort();
      if (ended(query.state)) await forget(id);
      else if (query.state.kind === 'waiting')
        query.state = { kind: 'ended', sinceMs: null, atMs: nowMs(), how: { kind: 'cancelled' } };
      return true;
    },
    close: async () => {
      for (const { stop } of queries.values()) stop.abort();
      await running;
      await rm(dir, { recursive: true, force: true });
    },
  };
};
