import type { Reading } from '../compose/compose.ts';
import type { Linked } from '../link/link-question.ts';
import type { Mark } from '../link/mark.ts';
import { startOfDay } from '../time/calendar.ts';
import { type Instant, NANOS, resolveTime } from '../time/time-spec.ts';

/** The one day that the question before was about, by its midnight. */
const dayOf = ({ ir }: Reading, now: bigint): bigint | null => {
  if (ir.time === null || ir.time.kind === 'last') return null;
  const { from, to } = resolveTime(ir.time, now);
  return to > from && to - startOfDay(from) <= NANOS.day ? startOfDay(from) : null;
};

/** "how many of them between 9 and 10?" after a question about a day: the hours are those of that day. */
export const hoursOfBefore = (base: Reading, linked: Linked): Linked => {
  const day = dayOf(base, linked.nowNanos);
  if (day === null) return linked;
  const marks = linked.marks.map((mark): Mark => {
    const { meaning } = mark;
    if (meaning.kind !== 'time' || meaning.time.kind !== 'problem') return mark;
    const { hours } = meaning.time;
    if (hours === null || hours === undefined) return mark;
    const at = (nanos: bigint): Instant => ({ kind: 'at', nanos: day + nanos });
    const spec = { kind: 'between', from: at(hours.from), to: at(hours.to) } as const;
    return { ...mark, meaning: { kind: 'time', time: { kind: 'time', spec, note: null } } };
  });
  return { ...linked, marks };
};
