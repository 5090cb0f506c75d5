import type { Session } from 'chdb';
import type { FromChild, RunFailure, RunMessage } from '../engine/protocol.ts';

/** How often a kill is repeated until it is obeyed: a statement on its way into the engine cannot be found yet. */
const KILL_EVERY_MS = 50;
/** The one row format that also tells what was read to make the rows. */
const RESULT_FORMAT = 'JSONCompact';

/** What a lane needs of the process around it. */
export interface LaneParts {
  readonly queuedMax: number;
  openSession(): Promise<Session>;
  closeSession(session: Session): void;
  /** Asks the engine to end a statement. */
  kill(id: number): Promise<void>;
  tell(message: FromChild): void;
  /** A statement has ended, and with it its session's work. */
  ended(): void;
  /** A session could not be replaced: the process is of no more use. */
  broken(error: unknown): void;
}

interface Job {
  readonly message: RunMessage;
  timer: NodeJS.Timeout | undefined;
  cancelled: boolean;
}

/** Sessions of one kind and the statements that wait for them, in order of arrival. */
export interface Lane {
  readonly parts: LaneParts;
  readonly free: Session[];
  readonly waiting: Job[];
  readonly running: Map<number, Job>;
}

export const createLane = (parts: LaneParts): Lane => ({ parts, free: [], waiting: [], running: new Map() });

const fail = ({ parts }: Lane, id: number, failure: RunFailure): void => parts.tell({ kind: 'failed', id, failure });

const failureOf = (job: Job, error: unknown): RunFailure => {
  if (job.cancelled) return { kind: 'cancelled' };
  const { clickhouseCode, message } = error as { clickhouseCode?: unknown; message?: unknown };
  return { kind: 'engine', engineCode: Number(clickhouseCode ?? 0), message: String(message ?? error) };
};

const killUntilGone = (lane: Lane, job: Job): void => {
  const { id } = job.message;
  if (!lane.running.has(id)) return;
  lane.parts
    .kill(id)
    .catch(() => {})
    .finally(() => {
      clearTimeout(job.timer);
      if (lane.running.has(id)) job.timer = setTimeout(killUntilGone, KILL_EVERY_MS, lane, job);
    });
};

const answer = (lane: Lane, { cancelled, message: { id, resultBytesMax } }: Job, bytes: Uint8Array): void => {
  if (cancelled) fail(lane, id, { kind: 'cancelled' });
  else if (bytes.byteLength > resultBytesMax) fail(lane, id, { kind: 'too-large', bytes: bytes.byteLength });
  else lane.parts.tell({ kind: 'done', id, bytes });
};

/**
 * Runs a statement and returns the session for the next one. A session whose statement failed is never used again: the
 * engine keeps the part of the result that was written before the failure and puts it in front of the session's next
 * result. A new session costs less than a millisecond.
 */
const runOn = async (lane: Lane, session: Session, job: Job): Promise<Session> => {
  const { id, sql } = job.message;
  try {
    const result = await session.queryAsync(sql, { format: RESULT_FORMAT });
    answer(lane, job, result.bytes());
    return session;
  } catch (error) {
    fail(lane, id, failureOf(job, error));
    lane.parts.closeSession(session);
    return lane.parts.openSession();
  } finally {
    clearTimeout(job.timer);
    lane.running.delete(id);
  }
};

const start = (lane: Lane, session: Session, job: Job): void => {
  const { id, killAfterMs } = job.message;
  clearTimeout(job.timer);
  lane.running.set(id, job);
  job.timer = setTimeout(killUntilGone, killAfterMs, lane, job);
  runOn(lane, session, job).then(
    (next) => release(lane, next),
    (error: unknown) => lane.parts.broken(error),
  );
};

const release = (lane: Lane, session: Session): void => {
  lane.parts.ended();
  const job = lane.waiting.shift();
  if (job) start(lane, session, job);
  else lane.free.push(session);
};

const giveUp = (lane: Lane, job: Job, failure: RunFailure): void => {
  clearTimeout(job.timer);
  lane.waiting.splice(lane.waiting.indexOf(job), 1);
  fail(lane, job.message.id, failure);
};

/** Runs a statement as soon as a session is free. Its end is told, however it ends. */
export const runInLane = (lane: Lane, message: RunMessage): void => {
  const job: Job = { message, timer: undefined, cancelled: false };
  const session = lane.free.pop();
  if (session) start(lane, session, job);
  else if (lane.waiting.length >= lane.parts.queuedMax) fail(lane, message.id, { kind: 'busy', waitedMs: 0 });
  else {
    lane.waiting.push(job);
    job.timer = setTimeout(giveUp, message.queueMs, lane, job, { kind: 'busy', waitedMs: message.queueMs });
  }
};

/** Ends a statement that waits or runs in this lane; one that is not here is left alone. */
export const cancelInLane = (lane: Lane, id: number): void => {
  const waiting = lane.waiting.find((job) => job.message.id === id);
  if (waiting) {
    giveUp(lane, waiting, { kind: 'cancelled' });
    return;
  }
  const job = lane.running.get(id);
  if (!job || job.cancelled) return;
  job.cancelled = true;
  killUntilGone(lane, job);
};
