import { startOfDay, startOfMonth, weekday } from '../../time/calendar.ts';
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
const SPAN =
  '(?:time|hour|period|window|range|span|day|weekday|(?:(?:\\d+|two|three|four|five|six|few) )?(?:hours|minutes|days))';
const THAT_LONG_AGO =
  '(yesterday|the day before|the previous day|a day (?:earlier|ago)|last week|the (?:previous |past )?week before|the previous week|(?:a|one) week (?:ago|earlier|before)|(?:in the )?last week|(?:7|seven) days (?:ago|earlier|before))';
const SAME_SPAN = `(?:at |in |for |during |over |on )?(?:(?:exactly )?(?:the |that )?(?:very |exact )?same ${SPAN}|(?:at )?this (?:very |exact |same )?(?:time|hour|day|point(?: in time)?))`;
/** "the same day last week", "this time a week ago", "a week ago at the same time", "exactly a week ago". */
const SAME = new RegExp(
  `\\b(?:${SAME_SPAN}(?:,? (?:on|of|in|but))* ${THAT_LONG_AGO}|${THAT_LONG_AGO},? (?:on |at |in )?(?:the )?same ${SPAN}|(?:exactly|precisely) ((?:a|one) week (?:ago|earlier|before)|(?:7|seven) days (?:ago|earlier|before)))\\b`,
  'i',
);

const WEEKDAYS: readonly string[] = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];
/** "and the tuesday before?" after a Tuesday. */
const WEEKDAY_BEFORE =
  /\b(?:for |on |of )?(?:the |that )?(?:(?:previous|preceding) (mon|tues|wednes|thurs|fri|satur|sun)day|(mon|tues|wednes|thurs|fri|satur|sun)day (?:before|earlier|prior)(?: that| it)?)\b/i;

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
    const back = /week|7|seven/i.test(same.slice(1).join(' ')) ? NANOS.week : NANOS.day;
    const { from, to } = endsOf(time);
    return { kind: 'between', from: moved(from, back), to: moved(to, back) };
  }
  const day = WEEKDAY_BEFORE.exec(text);
  if (day !== null) {
    const at = resolveTime(time, now);
    const isThat = weekday(at.from) === WEEKDAYS.indexOf((day[1] ?? day[2] ?? '').toLowerCase());
    const { from, to } = endsOf(time);
    return isThat && at.to - at.from <= NANOS.day
      ? { kind: 'between', from: moved(from, NANOS.week), to: moved(to, NANOS.week) }
      : null;
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
  const pattern = [SAME, WEEKDAY_BEFORE, EARLIER, LATER, BEFORE].find((each) => each.test(spoken));
  const read =
    spec === null || pattern === undefined ? null : readWords(marks, new RegExp(pattern.source.replace('$', ''), 'i'));
  return spec === null || read === null ? null : { ir: { ...ir, time: spec }, marks: read.marks };
};
