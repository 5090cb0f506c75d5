import type { Terminal } from '../terminal.ts';
import { bytesText, durationText } from './units.ts';

/** Shorter work is done before a line about it could be read. */
const SHOWN_AFTER_MS = 1_000;
const REDRAWN_AFTER_MS = 100;
const BAR_CELLS = 20;
const ERASE = '\r\x1b[2K';

/** How far work on bytes is; `bytesRead` is null where nobody can tell. */
export interface Step {
  readonly bytesRead: number | null;
  readonly bytesTotal: number;
}

/** `[#####···············] 256 MB of 1.0 GB · 12 MB/s · 62 s left`, or what is read and for how long. */
export const progressLine = ({ bytesRead, bytesTotal }: Step, elapsedMs: number): string => {
  if (bytesRead === null) return `reading ${bytesText(bytesTotal)} · ${durationText(elapsedMs / 1_000)}`;
  const share = bytesTotal === 0 ? 1 : Math.min(1, bytesRead / bytesTotal);
  const full = Math.floor(share * BAR_CELLS);
  const bar = `${'#'.repeat(full)}${'·'.repeat(BAR_CELLS - full)}`;
  const rate = `${bytesText((bytesRead * 1_000) / elapsedMs)}/s`;
  const left = share > 0 ? ` · ${durationText((elapsedMs * (1 - share)) / share / 1_000)} left` : '';
  return `[${bar}] ${bytesText(bytesRead)} of ${bytesText(bytesTotal)} · ${rate}${left}`;
};

/** A line on stderr about work that takes long. */
export interface Progress {
  /** Draws the line anew when it is time to. */
  at(step: Step): void;
  /** Takes the line away. MAY be called more than once. */
  end(): void;
}

/** Nothing is written unless stderr is a terminal and the work takes long. `clockMs` counts from anywhere. */
export const createProgress = (
  { stderr, stderrColumns }: Pick<Terminal, 'stderr' | 'stderrColumns'>,
  clockMs: () => number,
): Progress => {
  const startedMs = clockMs();
  let drawnMs: number | null = null;
  return {
    at: (step) => {
      if (stderrColumns === undefined) return;
      const nowMs = clockMs();
      const due = drawnMs === null ? startedMs + SHOWN_AFTER_MS : drawnMs + REDRAWN_AFTER_MS;
      if (nowMs < due) return;
      drawnMs = nowMs;
      // A line that is too wide would go on in the next one, where it is not erased.
      stderr.write(`${ERASE}${progressLine(step, nowMs - startedMs).slice(0, stderrColumns - 1)}`);
    },
    end: () => {
      if (drawnMs !== null) stderr.write(ERASE);
      drawnMs = null;
    },
  };
};
