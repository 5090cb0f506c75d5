import type { Mark } from '../link/mark.ts';
import { startOfWeek, weekBeforeThis } from '../time/calendar.ts';
import { resolveTime, type TimeSpec } from '../time/time-spec.ts';

const LAST_WEEK = /\b(?:last|previous|past) week$/i;

/** "last week" after this week, which began on Monday: the one before it by the calendar, and not the last seven days. */
export const weekBefore = (before: TimeSpec | null, marks: readonly Mark[], now: bigint): readonly Mark[] => {
  const monday = startOfWeek(now);
  // On a Monday today begins there too.
  const isWeek = before?.kind === 'between' && before.from.kind === 'at' && before.from.nanos === monday;
  if (!isWeek || resolveTime(before, now).to !== now) return marks;
  const spec = weekBeforeThis(now);
  return marks.map((mark) =>
    mark.meaning.kind === 'time' && mark.meaning.time.kind === 'time' && LAST_WEEK.test(mark.text)
      ? { ...mark, meaning: { kind: 'time', time: { kind: 'time', spec, note: 'weeks start on Monday' } } }
      : mark,
  );
};
