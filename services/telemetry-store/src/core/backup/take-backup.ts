import { setTimeout as delay } from 'node:timers/promises';
import type { StoreStats } from '@clearspan/telemetry-store';
import type { Ingest } from '../ingest.ts';

export interface BackupLimits {
  /** How long a backup may wait for what was acknowledged before it. */
  readonly flushMs: number;
  /** Wall clock of the whole backup. */
  readonly backupMs: number;
}

export interface BackupParts {
  readonly ingest: Pick<Ingest, 'settled'>;
  readonly store: {
    stats(): Promise<StoreStats>;
  };
  /** Null where the engine is not this process's to back up. */
  readonly own: {
    /** MUST leave nothing in the place when it rejects. */
    backUp(request: { place: string; ms: number; signal?: AbortSignal }): Promise<void>;
  } | null;
  /** Why there can be no backup in a place of this name; null when there can. */
  readonly placeFault: (place: string) => Promise<string | null>;
  readonly limits: BackupLimits;
}

export type BackupOutcome =
  | { readonly kind: 'taken'; readonly held: StoreStats }
  | { readonly kind: 'no-place'; readonly fault: string }
  | { readonly kind: 'another-runs' }
  /** A server has backups of its own. */
  | { readonly kind: 'on-a-server' }
  /** The engine does not keep up, or the log could not be read: what was acknowledged would be missing. */
  | { readonly kind: 'behind'; readonly waitedMs: number };

export interface Backups {
  /** Rejects with a `StoreError`. */
  take(place: string, signal: AbortSignal): Promise<BackupOutcome>;
}

/** Whether all that was acknowledged is in the engine within the time. */
const settledWithin = async (ingest: BackupParts['ingest'], ms: number): Promise<boolean> => {
  const cap = new AbortController();
  const late = delay(ms, false, { signal: cap.signal }).catch(() => false);
  return Promise.race([ingest.settled(), late]).finally(() => cap.abort());
};

/** Backups of what the engine holds, one at a time, each with all that was acknowledged before it. */
export const createBackups = ({ ingest, store, own, placeFault, limits }: BackupParts): Backups => {
  let running = false;
  const take = async (place: string, signal: AbortSignal): Promise<BackupOutcome> => {
    if (own === null) return { kind: 'on-a-server' };
    const fault = await placeFault(place);
    if (fault !== null) return { kind: 'no-place', fault };
    if (!(await settledWithin(ingest, limits.flushMs))) return { kind: 'behind', waitedMs: limits.flushMs };
    const held = await store.stats();
    await own.backUp({ place, ms: limits.backupMs, signal });
    return { kind: 'taken', held };
  };
  return {
    take: async (place, signal) => {
      if (running) return { kind: 'another-runs' };
      running = true;
      return take(place, signal).finally(() => {
        running = false;
      });
    },
  };
};
