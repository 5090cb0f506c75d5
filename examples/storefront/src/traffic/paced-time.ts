import type { TrafficSettings } from '@clearspan/contracts';
import type { Clock } from './clock.ts';
import { paceAt } from './pace.ts';

/** Time as it goes for visitors: faster in a burst, and not at all while they are kept away. */
export interface PacedTime {
  /** Milliseconds of it since it was made. */
  nowMs(): number;
  /** From now on it stands still, or goes. */
  stand(still: boolean): void;
  /** How long it takes on the real clock until then, at the pace of now. */
  untilMs(pacedMs: number): number;
}

export interface PacedTimeOptions {
  readonly settings: TrafficSettings;
  readonly clock: Clock;
  /** How many times as many as usual an incident wants now. */
  readonly surge: () => number;
}

/** Stands still at first. A pace lasts from one reading to the next: read it often. */
export const createPacedTime = ({ settings, clock, surge }: PacedTimeOptions): PacedTime => {
  const sinceMs = clock.now();
  let readMs = sinceMs;
  let pacedMs = 0;
  let pace = 1;
  let still = true;
  const nowMs = (): number => {
    const now = clock.now();
    if (!still) pacedMs += (now - readMs) * pace;
    readMs = now;
    pace = paceAt(settings, { elapsedMs: now - sinceMs, hour: clock.hour(), surge: surge() });
    return pacedMs;
  };
  return {
    nowMs,
    stand: (to) => {
      nowMs();
      still = to;
    },
    untilMs: (at) => (at - pacedMs) / pace,
  };
};
