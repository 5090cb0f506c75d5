/** The thread of one connection to SQLite: a lock is waited for here, and the event loop of the service goes on. */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Row, SqlValue } from './connection.ts';
import type { SqliteAnswer, SqliteRequest, SqliteThreadSettings } from './sqlite-messages.ts';

/** More than the service has; what is made of many rows at once would be kept for ever without a limit. */
const PREPARED_MAX = 32;
const SQLITE_BUSY = 5;
/** Between two attempts where SQLite does not wait by itself. */
const PAUSE_MS = 20;

interface Prepared {
  readonly statement: StatementSync;
  /** Which parameter stands at each place. */
  readonly places: readonly number[];
}

const PRAGMAS = [
  // A transaction that was committed just before a power failure may be lost: it is the last visit of a user.
  'PRAGMA synchronous = NORMAL',
  // An index that SQLite makes for itself, for one query, would hide that one is missing.
  'PRAGMA automatic_index = OFF',
];

const prepare = (db: DatabaseSync, sql: string): Prepared => {
  const places: number[] = [];
  // Places without a name are bound by position: with thousands of them, looking names up would take seconds.
  const text = sql.replace(/\$(\d+)/g, (_, place: string) => {
    places.push(Number(place) - 1);
    return '?';
  });
  return { statement: db.prepare(text), places };
};

/** The lower byte of a code is the kind of error, what is above tells which of the kind it is. */
const isBusy = (error: unknown): boolean =>
  ((error as { readonly errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;

const failure = (error: unknown): SqliteAnswer => ({
  ok: false,
  code: isBusy(error) ? 'BUSY' : 'STATEMENT',
  message: (error as Error).message,
});

/** Of connections that come to a new file at the same time one changes it to WAL; SQLite has the others fail at once. */
const writeAhead = (db: DatabaseSync, waitMs: number): void => {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (const end = performance.now() + waitMs; ; ) {
    try {
      db.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      Atomics.wait(pause, 0, 0, PAUSE_MS);
    }
  }
};

const serve = (port: MessagePort, { file, lockWaitMs }: SqliteThreadSettings): void => {
  const db = new DatabaseSync(file, { timeout: lockWaitMs });
  writeAhead(db, lockWaitMs);
  for (const pragma of PRAGMAS) db.exec(pragma);
  const prepared = new Map<string, Prepared>();
  const lookAtSchema = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1');
  const preparedOf = (sql: string): Prepared => {
    if (sql.startsWith('EXPLAIN')) {
      // Only what reads a table notices that an index was made or dropped; an EXPLAIN tells of those it knew before.
      lookAtSchema.get();
      return prepare(db, sql);
    }
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= PREPARED_MAX) prepared.clear();
    const made = prepare(db, sql);
    prepared.set(sql, made);
    return made;
  };
  const answer = (sql: string, params: readonly SqlValue[]): SqliteAnswer => {
    try {
      const { statement, places } = preparedOf(sql);
      return { ok: true, rows: statement.all(...places.map((place) => params[place] ?? null)) as readonly Row[] };
    } catch (error) {
      return failure(error);
    }
  };
  port.on('message', (request: SqliteRequest) => {
    if (request) return port.postMessage(answer(request.sql, request.params));
    db.close();
    port.close();
  });
  port.postMessage({ ok: true, rows: [] } satisfies SqliteAnswer);
};

if (parentPort) serve(parentPort, workerData as SqliteThreadSettings);
