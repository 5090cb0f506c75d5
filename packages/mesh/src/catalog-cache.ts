import { type Catalog, catalog } from '@clearspan/contracts';
import { suppressed } from '@clearspan/instrumentation';
import type { MeshClient } from './mesh-client.ts';

/** A catalog this old is read again, in the background; the old one is used until then. */
const FRESH_MS = 15_000;
/** After a failed read the store is left alone for this long. */
const PAUSE_MS = 2_000;
/** A question does not wait longer than this for a catalog that was never read. */
const FIRST_READ_MS = 2_000;

export interface CatalogCache {
  /** What the store holds, not older than it must be; null when the store could not be asked yet. */
  get(): Promise<Catalog | null>;
  /** What the store holds now, for a caller who was told that something is not there. */
  newest(): Promise<Catalog | null>;
}

/** The catalog of the telemetry store, kept for the questions to come: one read at a time, however many ask. */
export const catalogCache = (mesh: MeshClient, now: () => number = () => performance.now()): CatalogCache => {
  let held: Catalog | null = null;
  let readAtMs = Number.NEGATIVE_INFINITY;
  let pausedUntilMs = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  const read = async (): Promise<void> => {
    const answer = await mesh.call({
      service: 'telemetry-store',
      method: 'GET',
      path: '/api/catalog',
      deadlineMs: FIRST_READ_MS,
      untraced: true,
    });
    const parsed = answer.ok ? catalog.safeParse(answer.data) : null;
    if (!parsed?.success) {
      pausedUntilMs = now() + PAUSE_MS;
      return;
    }
    held = parsed.data;
    readAtMs = now();
  };

  const refresh = (): Promise<void> => {
    if (now() < pausedUntilMs) return Promise.resolve();
    // It belongs to no question: a question that happens to start it does not carry it in its trace.
    reading ??= suppressed(read).finally(() => {
      reading = null;
    });
    return reading;
  };

  return {
    get: async () => {
      if (now() - readAtMs < FRESH_MS) return held;
      const done = refresh();
      if (held === null) await done;
      return held;
    },
    newest: async () => {
      await refresh();
      return held;
    },
  };
};
