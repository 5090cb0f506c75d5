import type { DiagLogger } from '@opentelemetry/api';

const QUIET_MS = 60_000;

/**
 * What the SDK has to say about failing exports: one line a minute with the number of the ones kept back. A target
 * that is away is an ordinary state, and telling it every second would bury everything else.
 */
export const quietDiagnostics = (write: (line: string) => void, now: () => number): DiagLogger => {
  let lastMs = Number.NEGATIVE_INFINITY;
  let keptBack = 0;
  const say = (message: string): void => {
    const nowMs = now();
    if (nowMs - lastMs < QUIET_MS) {
      keptBack += 1;
      return;
    }
    const more = keptBack ? ` (${keptBack} more since the last one)` : '';
    lastMs = nowMs;
    keptBack = 0;
    write(`telemetry: ${message}${more}\n`);
  };
  const ignore = (): void => undefined;
  return { error: say, warn: say, info: ignore, debug: ignore, verbose: ignore };
};
