import { Worker } from 'node:worker_threads';
import { type Connection, type ConnectionSettings, LOCK_WAIT_MS, type Row, type SqlValue } from './connection.ts';
import type { SqliteAnswer, SqliteRequest, SqliteThreadSettings } from './sqlite-messages.ts';
import { statementError } from './statement-error.ts';

/** Rows are few and small; a thread needs a fraction of what Node would let it have. */
const THREAD_MEMORY = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 48, stackSizeMb: 2 };

const startThread = (settings: SqliteThreadSettings): Worker => {
  const { NODE_COMPILE_CACHE } = process.env;
  return new Worker(new URL('./sqlite-thread.ts', import.meta.url), {
    workerData: settings,
    resourceLimits: THREAD_MEMORY,
    // What the process was started with, its telemetry above all, is not for its threads. With the cache a thread has
    // half the memory: it never loads the part of Node that removes types.
    execArgv: [],
    env: NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE },
  });
};

/** A connection to a SQLite file, made when it is missing, in a thread of its own. */
export const openSqlite = async (
  file: string,
  { lockWaitMs = LOCK_WAIT_MS }: Partial<ConnectionSettings> = {},
): Promise<Connection> => {
  const thread = startThread({ file, lockWaitMs });
  const waiting: PromiseWithResolvers<readonly Row[]>[] = [];
  let usable = true;
  let why = new Error('it was closed');
  const expectAnswer = (): Promise<readonly Row[]> => {
    const answer = Promise.withResolvers<readonly Row[]>();
    waiting.push(answer);
    return answer.promise;
  };
  const gone = (): Error => statementError('UNAVAILABLE', `no connection to ${file}: ${why.message}`, why);
  thread.on('message', (answer: SqliteAnswer) => {
    const first = waiting.shift();
    if (answer.ok) first?.resolve(answer.rows);
    else first?.reject(statementError(answer.code, answer.message));
  });
  thread.on('error', (error: Error) => {
    why = error;
  });
  const ended = Promise.withResolvers<void>();
  thread.once('exit', () => {
    usable = false;
    for (const { reject } of waiting.splice(0)) reject(gone());
    ended.resolve();
  });
  const send = (request: SqliteRequest): void => thread.postMessage(request);
  await expectAnswer();
  return {
    query: (sql: string, params: readonly SqlValue[] = []) => {
      if (!usable) return Promise.reject(gone());
      const answer = expectAnswer();
      send({ sql, params });
      return answer;
    },
    usable: () => usable,
    close: () => {
      if (usable) send(null);
      usable = false;
      return ended.promise;
    },
  };
};
