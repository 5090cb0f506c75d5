import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from '../sources/query-source.ts';
import type { Finding } from './hop.ts';

/** Telemetry travels in batches: what was accepted is looked for this long before it counts as lost. */
const LOOK_FOR_MS = 12_000;
const LOOK_AGAIN_MS = 300;

/** Asks until the answer is what was hoped for. The last answer is told when the time is over. */
export const untilSeen = async <T>(
  ask: () => Promise<Outcome<T>>,
  seen: (value: T) => string | null,
  advice: string,
): Promise<Finding> => {
  const deadlineMs = performance.now() + LOOK_FOR_MS;
  for (;;) {
    const outcome = await ask();
    const found = outcome.ok ? seen(outcome.value) : null;
    if (found !== null) return { ok: true, seen: found };
    if (performance.now() > deadlineMs) {
      const last = outcome.ok ? 'answered, but without it' : outcome.failure.message;
      return { ok: false, seen: `not seen in ${LOOK_FOR_MS / 1_000} s (${last})`, advice };
    }
    await delay(LOOK_AGAIN_MS);
  }
};
