import { type ChdbResult, Session } from 'chdb';
import {
  type FromChild,
  type Lane,
  type OpenMessage,
  type RunFailure,
  type RunMessage,
  tagOf,
} from '../engine/protocol.ts';

/** How often a kill is repeated until it is obeyed: a statement on its way into the engine cannot be found yet. */
const KILL_EVERY_MS = 50;

/** The one row format that also tells what was read to make the rows. */
const RESULT_FORMAT = 'JSONCompact';

const LANES = ['writer', 'reader', 'admin'] as const;

export interface Executor {
  /** Opens every session. */
  open(): Promise<void>;
  run(message: RunMessage): void;
  cancel(id: number): void;
  close(): void;
}

interface Job {
  readonly message: RunMessage;
  timer: NodeJS.Timeout | undefined;
  cancelled: boolean;
}

interface LaneState {
  readonly name: Lane;
  readonly free: Session[];
  readonly waiting: Job[];
}

const failureOf = (error: unknown): RunFailure => {
  const { clickhouseCode, message } = error as { clickhouseCode?: unknown; message?: unknown };
  return { kind: 'engine', engineCode: Number(clickhouseCode ?? 0), message: String(message ?? error) };
};

/** Runs statements on the sessions of their lane, in order of arrival. */
export const createExecutor = (options: OpenMessage, tell: (message: FromChild) => void): Executor => {
  const sessions = new Set<Session>();
  const lanes: Record<Lane, LaneState> = {
    writer: { name: 'writer', free: [], waiting: [] },
    reader: { name: 'reader', free: [], waiting: [] },
    admin: { name: 'admin', free: [], waiting: [] },
  };
  const running = new Map<number, Job>();
  let control: Session;
  let purgeTimer: NodeJS.Timeout | undefined;
  let closed = false;

  const openSession = async (lane: Lane): Promise<Session> => {
    const session = new Session(options.path, { connectionArgs: options.args });
    sessions.add(session);
    for (const sql of options.setup[lane]) await session.queryAsync(sql);
    return session;
  };

  /**
   * A session whose statement failed is never used again: the engine keeps the part of the result that was written
   * before the failure and puts it in front of the session's next result. A new session costs less than a millisecond.
   */
  const replace = (session: Session, lane: Lane): Promise<Session> => {
    sessions.delete(session);
    session.close();
    return openSession(lane);
  };

  const fail = (id: number, failure: RunFailure): void => tell({ kind: 'failed', id, failure });

  const purgeWhenQuiet = (): void => {
    clearTimeout(purgeTimer);
    purgeTimer = setTimeout(() => {
      if (running.size === 0) control.queryAsync('SYSTEM JEMALLOC PURGE').catch(() => {});
    }, options.purgeAfterMs);
  };

  const kill = (job: Job): void => {
    if (!running.has(job.message.id)) return;
    // Only ASYNC: the synchronous form hangs in this engine.
    const sql = `KILL QUERY WHERE Settings['log_comment'] = '${tagOf(job.message.id)}' ASYNC`;
    control
      .queryAsync(sql)
      .catch(() => {})
      .finally(() => {
        clearTimeout(job.timer);
        if (running.has(job.message.id)) job.timer = setTimeout(kill, KILL_EVERY_MS, job);
      });
  };

  const answer = ({ cancelled, message: { id, resultBytesMax } }: Job, result: ChdbResult): void => {
    const bytes = result.bytes();
    if (cancelled) fail(id, { kind: 'cancelled' });
    else if (bytes.byteLength > resultBytesMax) fail(id, { kind: 'too-large', bytes: bytes.byteLength });
    else tell({ kind: 'done', id, bytes });
  };

  const runOn = async (session: Session, job: Job, lane: LaneState): Promise<void> => {
    const { id, sql, killAfterMs } = job.message;
    running.set(id, job);
    job.timer = setTimeout(kill, killAfterMs, job);
    let next = session;
    try {
      answer(job, await session.queryAsync(sql, { format: RESULT_FORMAT }));
    } catch (error) {
      fail(id, job.cancelled ? { kind: 'cancelled' } : failureOf(error));
      running.delete(id);
      next = await replace(session, lane.name);
    }
    clearTimeout(job.timer);
    running.delete(id);
    release(next, lane);
  };

  const start = (session: Session, job: Job, lane: LaneState): void => {
    clearTimeout(job.timer);
    runOn(session, job, lane).catch((error: unknown) => {
      // A session that cannot be opened again: the process is of no more use, and the parent starts a new one.
      if (closed) return;
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    });
  };

  const release = (session: Session, lane: LaneState): void => {
    purgeWhenQuiet();
    const job = lane.waiting.shift();
    if (job) start(session, job, lane);
    else lane.free.push(session);
  };

  const giveUp = (job: Job, lane: LaneState, failure: RunFailure): void => {
    clearTimeout(job.timer);
    lane.waiting.splice(lane.waiting.indexOf(job), 1);
    fail(job.message.id, failure);
  };

  return {
    open: async () => {
      control = await openSession('admin');
      for (const name of LANES) {
        const count = name === 'reader' ? options.readers : 1;
        for (let i = 0; i < count; i++) lanes[name].free.push(await openSession(name));
      }
      purgeWhenQuiet();
    },
    run: (message) => {
      const lane = lanes[message.lane];
      const job: Job = { message, timer: undefined, cancelled: false };
      const session = lane.free.pop();
      if (session) start(session, job, lane);
      else if (lane.waiting.length >= options.queuedMax) fail(message.id, { kind: 'busy', waitedMs: 0 });
      else {
        lane.waiting.push(job);
        job.timer = setTimeout(giveUp, message.queueMs, job, lane, { kind: 'busy', waitedMs: message.queueMs });
      }
    },
    cancel: (id) => {
      for (const lane of Object.values(lanes)) {
        const job = lane.waiting.find((one) => one.message.id === id);
        if (job) return giveUp(job, lane, { kind: 'cancelled' });
      }
      const job = running.get(id);
      if (!job || job.cancelled) return;
      job.cancelled = true;
      kill(job);
    },
    close: () => {
      closed = true;
      clearTimeout(purgeTimer);
      for (const session of sessions) session.close();
    },
  };
};
