import { type ModelInfo, modelInfo } from '@clearspan/contracts';
import { suppressed } from '@clearspan/instrumentation';
import type { MeshClient } from '@clearspan/mesh';

/** What is configured changes with a restart of the other service only. */
const FRESH_MS = 60_000;
const PAUSE_MS = 5_000;
const READ_MS = 1_000;

export interface ModelInfoCache {
  /** The name of the configured model; null where there is none, or where that cannot be told. */
  get(): Promise<string | null>;
}

/** Which model is configured, asked for once in a while: without one, this is the only call that is made. */
export const modelInfoCache = (mesh: MeshClient, now: () => number = () => performance.now()): ModelInfoCache => {
  let held: ModelInfo | null = null;
  let readAgainMs = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  const read = async (): Promise<void> => {
    const answer = await mesh.call({
      service: 'external-api-service',
      method: 'GET',
      path: '/model',
      deadlineMs: READ_MS,
      untraced: true,
    });
    const parsed = answer.ok ? modelInfo.safeParse(answer.data) : null;
    if (parsed?.success) held = parsed.data;
    readAgainMs = now() + (parsed?.success ? FRESH_MS : PAUSE_MS);
  };

  return {
    get: async () => {
      if (now() >= readAgainMs) {
        // It belongs to no question, like the catalog.
        reading ??= suppressed(read).finally(() => {
          reading = null;
        });
        // What is known is good enough until then: a question does not wait for it again.
        if (held === null) await reading;
      }
      return held?.configured ? held.model : null;
    },
  };
};
