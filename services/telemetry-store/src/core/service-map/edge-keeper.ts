import type { TelemetryStore } from '@clearspan/telemetry-store';
import type { Log } from '../log.ts';
import type { Minutes } from './plan-minutes.ts';
import { type EdgeLimits, refreshEdges } from './refresh-edges.ts';

export interface EdgeKeeperParts {
  readonly store: Pick<TelemetryStore, 'query' | 'insert'>;
  /** Of this process alone: what it inserts has this in its token. */
  readonly name: string;
  /** Whether edges are brought up by themselves too. */
  readonly rounds: boolean;
  readonly limits: EdgeLimits & {
    /** Between two rounds that nobody asked for. */
    readonly roundMs: number;
    /** How far back such a round looks for new spans. */
    readonly roundMinutes: number;
  };
  /** Grows with what is taken in: while it stands still there is nothing new. */
  readonly version: () => number;
  readonly nowMs: () => number;
  readonly log: Log;
}

/** Keeps `otel.edges_1m` up to the spans, by itself and when asked. */
export interface EdgeKeeper {
  /**
   * Brings the window's edges up to the spans that the engine has now. Resolves with the minutes that are still behind,
   * where the limits did not allow more. Rejects with a `StoreError`.
   */
  refresh(window: Minutes): Promise<number>;
  /** Ends the rounds and waits for the one under way. */
  close(): Promise<void>;
}

interface Refreshed {
  readonly window: Minutes;
  readonly version: number;
  readonly pending: number;
}

const MINUTE_S = 60;
const covers = (wide: Minutes, { from, to }: Minutes): boolean => wide.from <= from && wide.to >= to;

export const createEdgeKeeper = ({ store, name, rounds, limits, version, nowMs, log }: EdgeKeeperParts): EdgeKeeper => {
  let last: Refreshed | null = null;
  let running: Promise<unknown> = Promise.resolve();
  /** Asked for and not begun: whoever asks meanwhile is served by it. */
  let waiting: { readonly window: Minutes; readonly result: Promise<number> } | null = null;
  let computedMs = 0;

  const run = async (window: Minutes): Promise<number> => {
    waiting = null;
    const seen = version();
    if (last?.version === seen && last.pending === 0 && covers(last.window, window)) return 0;
    // The time names what is inserted, so no two rounds may have the same.
    computedMs = Math.max(nowMs(), computedMs + 1);
    const pending = await refreshEdges(store, window, limits, { nowMs: computedMs, name });
    last = { window, version: seen, pending };
    return pending;
  };

  /** One after the other: two at once would compute the same minutes. */
  const refresh = (window: Minutes): Promise<number> => {
    if (waiting !== null && covers(waiting.window, window)) return waiting.result;
    const result = running.then(() => run(window));
    running = result.catch(() => {});
    waiting = { window, result };
    return result;
  };

  const round = (): void => {
    const to = (Math.floor(nowMs() / 1000 / MINUTE_S) + 1) * MINUTE_S;
    refresh({ from: to - limits.roundMinutes * MINUTE_S, to }).catch((error: unknown) => {
      log.warn({ err: error }, 'the edges between services were not brought up to the spans; the next round does');
    });
  };
  const timer = rounds ? setInterval(round, limits.roundMs) : undefined;

  return {
    refresh,
    close: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
