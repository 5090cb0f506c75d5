import { Session } from 'chdb';
import { type FromChild, type Lane as LaneName, type OpenMessage, type RunMessage, tagOf } from '../engine/protocol.ts';
import { cancelInLane, createLane, type Lane, runInLane } from './lane.ts';

/** Runs statements on the sessions of their lane. */
export interface Executor {
  run(message: RunMessage): void;
  cancel(id: number): void;
  close(): void;
}

interface Sessions {
  open(lane: LaneName): Promise<Session>;
  close(session: Session): void;
  closeAll(): void;
}

const keepSessions = ({ path, args, setup }: OpenMessage): Sessions => {
  const all = new Set<Session>();
  const close = (session: Session): void => {
    all.delete(session);
    session.close();
  };
  return {
    close,
    closeAll: () => all.forEach(close),
    open: async (lane) => {
      const session = new Session(path, { connectionArgs: args });
      all.add(session);
      for (const sql of setup[lane]) await session.queryAsync(sql);
      return session;
    },
  };
};

/** Ends the process when a session cannot be opened again; the parent starts a new one. */
const endProcess = (error: unknown): void => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
};

/** Opens every session. Rejects when the engine does not open the directory. */
export const openExecutor = async (options: OpenMessage, tell: (message: FromChild) => void): Promise<Executor> => {
  const sessions = keepSessions(options);
  // Kills and house-keeping have a session of their own: they must not wait for what they are to end.
  const control = await sessions.open('admin');
  let closed = false;
  let purgeTimer: NodeJS.Timeout | undefined;

  const purgeWhenQuiet = (): void => {
    clearTimeout(purgeTimer);
    purgeTimer = setTimeout(() => {
      const quiet = Object.values(lanes).every(({ running }) => running.size === 0);
      if (quiet && !closed) control.queryAsync('SYSTEM JEMALLOC PURGE').catch(() => {});
    }, options.purgeAfterMs);
  };

  const openLane = async (name: LaneName, count: number): Promise<Lane> => {
    const lane = createLane({
      queuedMax: options.queuedMax,
      openSession: () => sessions.open(name),
      closeSession: (session) => sessions.close(session),
      kill: async (id) => {
        // Only ASYNC: the synchronous form hangs in this engine.
        await control.queryAsync(`KILL QUERY WHERE Settings['log_comment'] = '${tagOf(id)}' ASYNC`);
      },
      tell,
      ended: purgeWhenQuiet,
      broken: (error) => {
        if (!closed) endProcess(error);
      },
    });
    for (let i = 0; i < count; i++) lane.free.push(await sessions.open(name));
    return lane;
  };

  const lanes: Record<LaneName, Lane> = {
    writer: await openLane('writer', 1),
    reader: await openLane('reader', options.readers),
    admin: await openLane('admin', 1),
    backup: await openLane('backup', 1),
  };
  purgeWhenQuiet();

  return {
    run: (message) => runInLane(lanes[message.lane], message),
    cancel: (id) => {
      for (const lane of Object.values(lanes)) cancelInLane(lane, id);
    },
    close: () => {
      closed = true;
      clearTimeout(purgeTimer);
      sessions.closeAll();
    },
  };
};
