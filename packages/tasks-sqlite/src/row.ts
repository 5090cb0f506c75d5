import { type Carrier, PRIORITIES, TASK_STATUSES, type Task, type TaskHead, type TaskStatus } from '@clearspan/tasks';

/** A row of `tasks` as the engine gives it. */
export interface TaskRow {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly idempotency_key: string | null;
  readonly state: number;
  readonly priority: number;
  readonly run_at: number;
  readonly attempts: number;
  readonly attempts_max: number;
  readonly token: string | null;
  readonly lock_until: number | null;
  readonly enqueued_at: number;
  readonly started_at: number | null;
  readonly finished_at: number | null;
  readonly progress: number | null;
  readonly error: string | null;
  readonly carrier: string;
  readonly payload: string;
  readonly result: string | null;
}

/** The numbers of `state` in the file are the places in this list; the file's format fixes their order. */
const STATE_NAMES: readonly TaskStatus[] = ['queued', 'failed', 'running', 'completed', 'dead', 'cancelled'];

export const stateNumber = (status: TaskStatus): number => STATE_NAMES.indexOf(status);

export const stateName = (state: number): TaskStatus => {
  const name = STATE_NAMES[state];
  if (name === undefined) throw new Error(`expected a state below ${TASK_STATUSES.length}, found ${state}`);
  return name;
};

const present = <T>(value: T | null, column: string, row: TaskRow): T => {
  if (value === null) throw new Error(`expected ${column} in a task that is ${stateName(row.state)}, found none`);
  return value;
};

const headOf = (row: TaskRow): TaskHead => {
  const priority = PRIORITIES[row.priority];
  if (priority === undefined) throw new Error(`expected a priority of 0 to 3, found ${row.priority}`);
  return {
    id: row.id,
    type: row.type,
    payload: JSON.parse(row.payload) as unknown,
    priority,
    idempotencyKey: row.idempotency_key,
    carrier: JSON.parse(row.carrier) as Carrier,
    attempts: row.attempts,
    attemptsMax: row.attempts_max,
    enqueuedAtMs: row.enqueued_at,
    runAtMs: row.run_at,
  };
};

export const taskOf = (row: TaskRow): Task => {
  const head = headOf(row);
  const status = stateName(row.state);
  const startedAtMs = (): number => present(row.started_at, 'started_at', row);
  const finishedAtMs = (): number => present(row.finished_at, 'finished_at', row);
  const error = (): string => present(row.error, 'error', row);
  switch (status) {
    case 'queued':
      return { ...head, status };
    case 'failed':
      return { ...head, status, startedAtMs: startedAtMs(), error: error() };
    case 'running':
      return {
        ...head,
        status,
        token: present(row.token, 'token', row),
        leaseUntilMs: present(row.lock_until, 'lock_until', row),
        startedAtMs: startedAtMs(),
        progress: row.progress,
      };
    case 'completed': {
      const result: unknown = JSON.parse(present(row.result, 'result', row));
      return { ...head, status, startedAtMs: startedAtMs(), finishedAtMs: finishedAtMs(), result };
    }
    case 'dead':
      return { ...head, status, startedAtMs: startedAtMs(), finishedAtMs: finishedAtMs(), error: error() };
    case 'cancelled':
      return { ...head, status, startedAtMs: row.started_at, finishedAtMs: finishedAtMs() };
    default:
      throw new Error(`expected a known status, found ${JSON.stringify(status satisfies never)}`);
  }
};
