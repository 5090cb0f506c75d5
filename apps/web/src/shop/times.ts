import { timeText } from '../result/format-value.ts';

/** `14:05:09` in the reader's zone; the text itself where it is no time. */
export const clockText = (iso: string): string => timeText(iso)?.slice(11, 19) ?? iso;

/** `9 min left`, `40 s left`: a fault that is about to end says so. */
export const leftText = (untilIso: string, nowMs: number): string => {
  const s = Math.max(0, Math.ceil((Date.parse(untilIso) - nowMs) / 1_000));
  return s < 90 ? `${s} s left` : `${Math.round(s / 60)} min left`;
};

/** `2:30` from 2.5 minutes, as a timetable has it. */
export const minuteText = (minutes: number): string => {
  const s = Math.round(minutes * 60);
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
};
