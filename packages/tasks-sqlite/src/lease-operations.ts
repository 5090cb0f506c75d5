import {
  type Claim,
  type ClaimRequest,
  LEASE_EXPIRED_MESSAGE,
  type LeaseOutcome,
  PRIORITIES,
  priorityRank,
  retryDelayMs,
  type TaskStore,
} from '@clearspan/tasks';
import type { Context } from './context.ts';
import { toJson } from './json.ts';
import { stateName, type TaskRow, taskOf } from './row.ts';

const held = (rowsChanged: number): LeaseOutcome => (rowsChanged === 1 ? { kind: 'held' } : { kind: 'lost' });

const RANKS = PRIORITIES.map(priorityRank).toReversed();

const byTime = (a: TaskRow, b: TaskRow): number => a.run_at - b.run_at || a.seq - b.seq;

const claimOf = (row: TaskRow): Claim => {
  const task = taskOf(row);
  if (task.status !== 'running') throw new Error(`expected a claimed task to be running, found ${task.status}`);
  return { lease: { taskId: task.id, token: task.token, attempt: task.attempts }, task };
};

const claimDue = (context: Context, request: ClaimRequest): readonly Claim[] => {
  const { statements, tally, limits } = context;
  const now = context.now();
  tally.failed(statements.expire({ now, error: LEASE_EXPIRED_MESSAGE }));
  const token = context.newToken();
  const types = JSON.stringify(request.types);
  const slots = Math.min(request.slots, limits.claimTasksMax);
  const rows: TaskRow[] = [];
  for (const priority of RANKS) {
    if (rows.length >= slots) break;
    const values = { now, token, lockUntil: now + request.leaseMs, priority, types, slots: slots - rows.length };
    rows.push(...[...statements.claim(values)].sort(byTime));
  }
  return rows.map(claimOf);
};

/** An idle worker asks often: without anything due it costs a read and no transaction. */
const nothingDue = (context: Context): readonly Claim[] | null => {
  const at = context.statements.nextDue({})?.at ?? null;
  return at === null || at > context.now() ? [] : null;
};

type LeaseOperations = Pick<TaskStore, 'claim' | 'heartbeat' | 'complete' | 'fail' | 'release'>;

/** What a worker does: claim, then report under its lease. Every report names the token; 0 rows changed is a lost lease. */
export const leaseOperations = (context: Context): LeaseOperations => {
  const { statements, turns, limits, tally, now } = context;
  return {
    claim: (request) =>
      turns.submit(
        'claim',
        () => claimDue(context, request),
        () => nothingDue(context),
      ),
    heartbeat: ({ taskId: id, token }, { leaseMs, progress }) =>
      turns.submit('change', () =>
        held(statements.heartbeat({ id, token, lockUntil: now() + leaseMs, progress: progress ?? null })),
      ),
    complete: async ({ taskId: id, token }, value) => {
      const result = toJson(value);
      if (result.bytes > limits.resultBytesMax)
        return { kind: 'too-large', bytes: result.bytes, bytesMax: limits.resultBytesMax };
      return turns.submit('change', () => {
        const outcome = held(statements.complete({ id, token, now: now(), result: result.text }));
        if (outcome.kind === 'held') tally.completed();
        return outcome;
      });
    },
    fail: ({ taskId: id, token, attempt }, { message, retryable }) =>
      turns.submit('change', () => {
        const nowMs = now();
        const row = statements.fail({
          id,
          token,
          now: nowMs,
          retryAt: nowMs + retryDelayMs(attempt, limits, context.random),
          retryable: retryable ? 1 : 0,
          error: message.slice(0, limits.errorCharsMax),
        });
        if (!row) return { kind: 'lost' };
        tally.failed(1);
        return stateName(row.state) === 'dead' ? { kind: 'dead' } : { kind: 'retry', runAtMs: row.run_at };
      }),
    release: ({ taskId: id, token }) =>
      turns.submit('change', () => {
        tally.work();
        return held(statements.release({ id, token, now: now() }));
      }),
  };
};
