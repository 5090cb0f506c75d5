import { intervalText } from '../time/interval-text.ts';
import { resolveTime, type TimeSpec } from '../time/time-spec.ts';

const iso = (nanos: bigint): string =>
  new Date(Number(nanos / 1_000_000n)).toISOString().replace(/(:\d{2})\.000Z$/, '$1Z');

/** `last 1h (2026-11-20T13:30:00Z to 2026-11-20T14:30:00Z)`: as said, with the times it means. */
export const timeText = (time: TimeSpec | null, nowNanos: bigint, windowKnown: boolean): string => {
  if (time === null)
    return windowKnown ? 'the window given by the caller' : "the caller's window, for no time was said";
  const { from, to } = resolveTime(time, nowNanos);
  const range = `${iso(from)} to ${iso(to)}`;
  return time.kind === 'last' ? `the last ${intervalText(time.nanos)} (${range})` : range;
};
