import { startOfDay, startOfMonth } from '../../time/calendar.ts';
import { endsOf, moved, NANOS, resolveTime, type TimeSpec } from '../../time/time-spec.ts';
import { readWords, type Step } from './draft.ts';

const UNIT = '(minute|hour|day|week|month)s?';
const COUNT = '(\\d+|one|two|three|four|five|six|seven)';
const LEAD = '\\b(?:(?:for|in|on|from|of|over|during|with|at) )?';
const EARLIER = new RegExp(
  `${LEAD}(?:(?:the|a|an|one|that) )?(?:previous|preceding|prior) ${UNIT}\\b|${LEAD}(?:the|a|an|that|(?:the )?${COUNT}) ${UNIT} (?:before|earlier|prior|previously)(?: that| it| then)?(?! yesterday)\\b|\\b(?:back|go back|step back|move back) (?:a|an|one|${COUNT}) ${UNIT}\\b`,
  'i',
);
const LATER = new RegExp(
  `${LEAD}(?:the|a|an|that|(?:the )?${COUNT}) ${UNIT} (?:later|after|afterwards)(?: that| it| then)?\\b|${LEAD}the (?:following|next) ${UNIT}(?: after)?(?: that)?\\b`,
  'i',
);
const BEFORE =
  /^(?:(?:and|ok|now|what about|how about|what was it|the same|same|for|just|right)[\s,]+)*before (?:that|then)$/i;
const SAME =
  /\b(?:at |in |for |during |over )?the same (?:time|hour|period|window|minutes?|range|span|hours|day)(?: on| of)? (yesterday|the day before|the previous day|a day earlier|last week|the week before|a week ago|a week earlier|the previous week)\b/i;

const NUMBERS: readonly string[] = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const countOf = (text: string | undefined): bigint => {
  if (text === undefined) return 1n;
  return BigInt(/^\d+$/.test(text) ? text : Math.max(1, NUMBERS.indexOf(text.toLowerCase())));
};

const nanosOf = (unit: string): bigint =>
  ({ minute: NANOS.minute, hour: NANOS.hour, day: NANOS.day, week: NANOS.week })[unit.toLowerCase()] ?? 30n * NANOS.day;

/**
 * The range of that length before this one: the day before yesterday, the hour before the last. A shorter range of a
 * longer unit moves as it is: 9 to 10 on the day before.
 */
const before = (time: TimeSpec, unit: bigint, now: bigint): TimeSpec => {
  const { from, to } = endsOf(time);
  const at = resolveTime(time, now);
  const day = unit >= NANOS.day && at.from === startOfDay(at.from) && at.to === now;
  if (unit === 30n * NANOS.day && at.from === startOfMonth(at.from))
    return { kind: 'between', from: { kind: 'at', nanos: startOfMonth(at.from, 1) }, to: from };
  return at.to - at.from < unit && !day
    ? { kind: 'between', from: moved(from, unit), to: moved(to, unit) }
    : { kind: 'between', from: moved(from, unit), to: from };
};

const after = (time: TimeSpec, unit: bigint, now: bigint): TimeSpec | null => {
  const { from, to } = endsOf(time);
  const at = resolveTime(time, now);
  const next: TimeSpec =
    at.to - at.from < unit
      ? { kind: 'between', from: moved(from, -unit), to: moved(to, -unit) }
      : { kind: 'between', from: to, to: moved(to, -unit) };
  const ahead = resolveTime(next, now);
  if (ahead.from >= now) return null;
  return ahead.to > now ? { ...next, to: { kind: 'now', backNanos: 0n } } : next;
};

const timeIn = (text: string, time: TimeSpec, now: bigint): TimeSpec | null => {
  const same = SAME.exec(text);
  if (same !== null) {
    const back = /week/i.test(same[1] ?? '') ? NANOS.week : NANOS.day;
    const { from, to } = endsOf(time);
    return { kind: 'between', from: moved(from, back), to: moved(to, back) };
  }
  const earlier = EARLIER.exec(text);
  if (earlier !== null) {
    const [, previous, count, unit, count2, unit2] = earlier;
    return before(time, countOf(count ?? count2) * nanosOf(previous ?? unit ?? unit2 ?? 'day'), now);
  }
  const later = LATER.exec(text);
  if (later !== null) return after(time, countOf(later[1]) * nanosOf(later[2] ?? later[3] ?? 'day'), now);
  if (!BEFORE.test(text)) return null;
  const { from, to } = resolveTime(time, now);
  return before(time, to - from, now);
};

const COMPARES = /\b(?:compare[ds]?|comparison|vs|versus|against|than|next to|beside|alongside|side by side)\b/i;

/** "same for the day before", "an hour later": a time that is said by the one before it. */
export const shiftTime: Step = ({ ir, marks }, { now }) => {
  const { time } = ir;
  if (time === null) return null;
  const text = marks.map((mark) => mark.text).join(' ');
  if (COMPARES.test(text)) return null;
  const spoken = text.replace(/\s+/g, ' ').replace(/[\s?.!]+$/, '');
  const spec = timeIn(spoken, time, now);
  const pattern = [SAME, EARLIER, LATER, BEFORE].find((each) => each.test(spoken));
  const read =
    spec === null || pattern === undefined ? null : readWords(marks, new RegExp(pattern.source.replace('$', ''), 'i'));
  return spec === null || read === null ? null : { ir: { ...ir, time: spec }, marks: read.marks };
};
