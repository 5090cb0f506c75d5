import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { sqlText } from './database.ts';
import type { TaskRow } from './row.ts';

type Values = Record<string, SQLInputValue>;

/** Rows changed. */
type Run = (values: Values) => number;
type One<Row> = (values: Values) => Row | null;
type All<Row> = (values: Values) => readonly Row[];

export interface Sums {
  readonly enqueued: number;
  readonly completed: number;
  readonly failed: number;
}

export interface Statements {
  readonly enqueue: Run;
  readonly findKey: One<{ readonly id: string }>;
  readonly depth: One<{ readonly depth: number }>;
  readonly nextDue: One<{ readonly at: number | null }>;
  readonly oldest: One<{ readonly at: number | null }>;
  readonly expire: Run;
  readonly claim: All<TaskRow>;
  readonly heartbeat: Run;
  readonly complete: Run;
  readonly fail: One<{ readonly state: number; readonly run_at: number }>;
  readonly release: Run;
  readonly cancel: One<TaskRow>;
  readonly retry: One<TaskRow>;
  readonly status: One<TaskRow>;
  readonly list: All<TaskRow>;
  readonly position: One<{ readonly position: number }>;
  readonly counts: All<{ readonly type: string; readonly state: number; readonly count: number }>;
  readonly recordActivity: Run;
  readonly rates: One<Sums>;
  readonly forgetOld: Run;
  readonly forgetExcess: Run;
  readonly forgetActivity: Run;
  readonly dataVersion: One<{ readonly data_version: number }>;
}

const run =
  (statement: StatementSync): Run =>
  (values) =>
    Number(statement.run(values).changes);
const one =
  <Row>(statement: StatementSync): One<Row> =>
  (values) =>
    (statement.get(values) ?? null) as Row | null;
const all =
  <Row>(statement: StatementSync): All<Row> =>
  (values) =>
    statement.all(values) as unknown as readonly Row[];

/** Every statement of the store, prepared once. Row types are what the files in `sql/` say. */
export const prepareStatements = (db: DatabaseSync): Statements => {
  const file = (name: string): StatementSync => db.prepare(sqlText(name));
  return {
    enqueue: run(file('enqueue')),
    findKey: one(file('find-key')),
    depth: one(file('depth')),
    nextDue: one(file('next-due')),
    oldest: one(file('oldest')),
    expire: run(file('expire')),
    claim: all(file('claim')),
    heartbeat: run(file('heartbeat')),
    complete: run(file('complete')),
    fail: one(file('fail')),
    release: run(file('release')),
    cancel: one(file('cancel')),
    retry: one(file('retry')),
    status: one(file('status')),
    list: all(file('list')),
    position: one(file('position')),
    counts: all(file('counts')),
    recordActivity: run(file('record-activity')),
    rates: one(file('rates')),
    forgetOld: run(file('forget-old')),
    forgetExcess: run(file('forget-excess')),
    forgetActivity: run(file('forget-activity')),
    dataVersion: one(db.prepare('PRAGMA data_version')),
  };
};
