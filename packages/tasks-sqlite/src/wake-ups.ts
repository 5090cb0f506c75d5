/** How late a listener hears of work that another process added, or that became due. */
const POLL_MS = 50;

export interface WakeUpSource {
  /** Changes when another connection has committed. Reads memory, not the file. */
  readonly dataVersion: () => number;
  /** Earliest moment at which something is due; null when nothing waits. */
  readonly nextDueMs: () => number | null;
  readonly now: () => number;
}

export interface WakeUps {
  listen(listener: () => void): () => void;
  /** This process changed the file: `work` says whether there is something to claim at once. */
  changed(work: boolean): void;
  close(): void;
}

/**
 * Tells listeners when there may be work. SQLite has no notifications between processes: `PRAGMA data_version` is
 * polled, which writes nothing and takes about a microsecond; the table is asked only after a change.
 */
export const createWakeUps = (source: WakeUpSource): WakeUps => {
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | null = null;
  let version = -1;
  let dueMs: number | null = null;
  let stale = true;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const poll = (): void => {
    const found = source.dataVersion();
    if (found !== version || stale) {
      version = found;
      stale = false;
      dueMs = source.nextDueMs();
    }
    if (dueMs === null || dueMs > source.now()) return;
    // Asked again at the next poll: a listener that had no room for it now is told again.
    stale = true;
    tell();
  };

  const stop = (): void => {
    if (timer) clearInterval(timer);
    timer = null;
  };

  return {
    listen: (listener) => {
      listeners.add(listener);
      timer ??= setInterval(poll, POLL_MS).unref();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    changed: (work) => {
      stale = true;
      if (work) tell();
    },
    close: () => {
      listeners.clear();
      stop();
    },
  };
};
