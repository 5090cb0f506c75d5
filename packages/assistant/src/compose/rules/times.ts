import type { Key, Metric, Pred } from '../../ir/query-ir.ts';
import type { Mark } from '../../link/mark.ts';
import { startOfDay } from '../../time/calendar.ts';
import type { RecurringSides } from '../../time/recurring-sides.ts';
import { type Instant, NANOS, resolveInstant, resolveTime, type TimeSpec } from '../../time/time-spec.ts';
import { addPred, assume, conceptAt, conceptsOf, markAt, type Scene, take } from '../scene.ts';
import { isDividing } from './changes.ts';
import { dayDivided } from './day-divided.ts';
import { joined } from './joined-times.ts';
import { narrowedTo } from './narrowed-times.ts';
import { keepOnlyThen, onlyThen } from './only-then.ts';
import { earlier, endsOf, GREW, type Said } from './ranges.ts';
import { restOfDay } from './rest-of-day.ts';
import { sinceWithin } from './since-within.ts';
import { onlySince, splitAt } from './split-times.ts';

const isTime = ({ meaning }: Mark): boolean => meaning.kind === 'time' && meaning.time.kind === 'time';

const saidTimes = (scene: Scene): readonly Said[] =>
  scene.marks.flatMap((mark, at) => {
    if (mark.meaning.kind !== 'time' || mark.meaning.time.kind !== 'time' || scene.taken.has(at)) return [];
    const { note } = mark.meaning.time;
    // "than the same time last week" is as long as what it is compared with.
    const asLong = sameTimeShift(mark.text) !== null && scene.marks.some((other, place) => place < at && isTime(other));
    if (note !== null && !asLong) assume(scene, note);
    return [{ at, spec: mark.meaning.time.spec, text: mark.text }];
  });

/** "yesterday in checkout between 2pm and 4pm": the hours belong to the day said elsewhere. */
export const onDay = (day: TimeSpec, hours: TimeSpec, now: bigint): TimeSpec | null => {
  const a = resolveTime(day, now);
  const b = resolveTime(hours, now);
  const isDay = day.kind === 'between' && a.from === startOfDay(a.from) && a.to - a.from <= NANOS.day;
  if (!isDay || b.to - b.from >= NANOS.day || hours.kind === 'last') return null;
  const shift = a.from - startOfDay(b.from);
  const move = (nanos: bigint): { kind: 'at'; nanos: bigint } => ({ kind: 'at', nanos: nanos + shift });
  if (hours.kind === 'around') return { ...hours, at: move(b.from + hours.radiusNanos) };
  return { kind: 'between', from: move(b.from), to: move(b.to) };
};

const columnName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^(in|on|for|from|over|during) (the )?/, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^(?=\d)/, 't_');

/** "the same hour yesterday": how far back; null where nothing of the kind is said. */
const sameTimeShift = (text: string): bigint | null => {
  if (!/\bsame (time|hours?|period|window|minute|day|weekday)\b|\bthis (?:time|hour)(?: \w|$)/i.test(text)) return null;
  return /\bweek\b|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b/i.test(text) ? NANOS.week : NANOS.day;
};

/** "this week compared with the week before": as long, right before the other begins; null where nothing of the kind is said. */
const unitBefore = (text: string): bigint | null => {
  const unit = /^(?:the )?(week|day|hour) before$/i.exec(text)?.[1]?.toLowerCase();
  return unit === 'week' ? NANOS.week : unit === 'day' ? NANOS.day : unit === 'hour' ? NANOS.hour : null;
};

/** "errors today vs yesterday": one pass over both ranges, one column each. */
export const compareTimes = (scene: Scene, first: Said, second: Said, now: bigint, apart?: 'but not'): boolean => {
  const one = resolveTime(first.spec, now);
  const two = resolveTime(second.spec, now);
  // "today but not since 13:00": the end of the one is what the other is.
  const isEnd = apart === 'but not' && two.to === one.to && two.from > one.from;
  const overlap = !isEnd && one.from < two.to && two.from < one.to;
  const a = endsOf(first.spec);
  const said = endsOf(second.spec);
  const shift = sameTimeShift(second.text);
  if (a === null || (said === null && shift === null)) return false;
  const unit = unitBefore(second.text);
  // "this week vs last week", "last hour vs previous hour": the second range ends where the first begins.
  const b =
    shift !== null
      ? { from: earlier(a.from, shift), to: earlier(a.to, shift) }
      : unit !== null
        ? { from: earlier(a.from, unit), to: a.from }
        : overlap
          ? { from: earlier(a.from, two.to - two.from), to: a.from }
          : (said ?? a);
  const at = (instant: Instant): bigint => resolveInstant(instant, now);
  const from = at(a.from) < at(b.from) ? a.from : b.from;
  const to = at(a.to) > at(b.to) ? a.to : b.to;
  scene.time = { kind: 'between', from, to };
  if (at(to) > now) assume(scene, 'a part of what is compared lies in the future', 0.6);
  const within = (ends: { readonly from: Instant; readonly to: Instant }): Pred => {
    const preds: Pred[] = [];
    if (at(ends.from) > at(from)) preds.push({ kind: 'time', op: '>=', at: ends.from });
    if (at(ends.to) < at(to)) preds.push({ kind: 'time', op: '<', at: ends.to });
    const [only] = preds;
    if (only === undefined) return { kind: 'time', op: '>=', at: from };
    return preds.length === 1 ? only : { kind: 'and', preds };
  };
  const again = columnName(second.text);
  const names = [columnName(first.text), again === columnName(first.text) ? `previous_${again}` : again];
  const [firstName = 'first', secondName = 'second'] = names;
  const firstNewer = at(a.from) > at(b.from);
  const [split, end] = firstNewer ? [a.from, b.to] : [b.from, a.to];
  const bins: Key = {
    kind: 'bins',
    name: 'period',
    bins: [
      { label: secondName, pred: within(b) },
      { label: firstName, pred: within(a) },
    ],
  };
  const period: Key =
    at(split) === at(end)
      ? {
          kind: 'period',
          at: split,
          older: firstNewer ? secondName : firstName,
          newer: firstNewer ? firstName : secondName,
        }
      : bins;
  const metrics: readonly Metric[] = [
    { kind: 'count-if', pred: within(a), name: firstName },
    { kind: 'count-if', pred: within(b), name: secondName },
  ];
  const [newer, older] = firstNewer ? [firstName, secondName] : [secondName, firstName];
  scene.compared = { metrics, period, newer, older };
  return true;
};

const BECAME = /^(?:get|gets|got|getting|become|became|becoming|been getting|turned)$/i;

/** "did it get slower this week", "has it become slower today": than in the time before it. */
const becameSlower = (scene: Scene): boolean => {
  const at = scene.marks.findIndex(({ text }) => /^(?:slower|faster|quicker)$/i.test(text));
  const verb = at < 0 ? '' : (markAt(scene, at - 1)?.text ?? '');
  if (!BECAME.test(verb)) return false;
  take(scene, at - 1);
  return true;
};

/** "more errors than yesterday", "compared to yesterday": one day said, the other is today. */
const impliedOther = (scene: Scene, said: Said, now: bigint): Said | null => {
  const before = scene.marks[said.at - 1];
  const versus = conceptAt(scene, said.at - 1)?.kind === 'versus' || /\bthan$/i.test(before?.text ?? '');
  const { from, to } = resolveTime(said.spec, now);
  const length = to - from;
  // "did errors increase in the last hour": against the time before it, as long.
  const upToNow = said.spec.kind === 'last' || to === now;
  if (
    !versus &&
    upToNow &&
    (becameSlower(scene) || (said.spec.kind === 'last' && scene.marks.some(({ text }) => GREW.test(text))))
  )
    return { at: said.at, spec: said.spec, text: said.text };
  if (!versus) return null;
  const slower = /^(slower|faster|longer|shorter|quicker) than$/i.test(before?.text ?? '');
  // "compared to the previous hour", "than last week", "vs the hour before": the other is as long, up to now.
  if (said.spec.kind === 'last' || to === now - length) {
    if (!slower) take(scene, said.at - 1);
    return { at: said.at, spec: { kind: 'last', nanos: length }, text: 'now' };
  }
  if (to !== startOfDay(now)) return null;
  // "slower than yesterday": what is slower is read later.
  if (!slower) take(scene, said.at - 1);
  return {
    at: said.at,
    spec: {
      kind: 'between',
      from: { kind: 'aligned', unitNanos: NANOS.day, backNanos: 0n },
      to: { kind: 'now', backNanos: 0n },
    },
    text: 'today',
  };
};

/** The range of time, the bucket of a series and the hour of day. */
/** "twice as many errors today as yesterday" */
const isAsMany = (scene: Scene, before: number): boolean =>
  scene.marks.some(
    ({ text }, at) => at < before && /^as$/i.test(text) && /^(many|much|often)$/i.test(scene.marks[at + 1]?.text ?? ''),
  );

/** "are there more errors at night than during the day": a figure of each side tells. */
const heldApart = (scene: Scene, at: number, { labels, parts }: RecurringSides): void => {
  const bins = parts.map((part, side) => ({ label: labels[side] ?? '', pred: { kind: 'recurring', part } as const }));
  scene.keys.push({ kind: 'bins', name: 'period', bins });
  const comparing = scene.marks.flatMap(({ text }, index) =>
    index < at && /^(more|fewer|less|higher|lower|slower|faster|worse|better)$/i.test(text) ? [index] : [],
  );
  take(scene, at, ...comparing);
  const [part] = parts;
  if (part.kind === 'hours') assume(scene, `the hours of "${labels[0]}" are ${part.from} to ${part.to} UTC`, 0.95);
};

export const times =
  (now: bigint) =>
  (scene: Scene): void => {
    for (const [at, mark] of scene.marks.entries()) {
      if (mark.meaning.kind !== 'time') continue;
      if (mark.meaning.time.kind === 'bucket') {
        // "over time, hourly": a size that is said goes before one that is chosen.
        if (scene.bucket === null || scene.bucket === 'auto') scene.bucket = mark.meaning.time.nanos ?? 'auto';
        take(scene, at);
      } else if (mark.meaning.time.kind === 'recurring') {
        const { part } = mark.meaning.time;
        take(scene, at);
        addPred(scene, 'recurring', { kind: 'recurring', part }, at);
        if (part.kind === 'hours')
          assume(scene, `the hours are ${part.outside ? 'not ' : ''}${part.from} to ${part.to} UTC`, 0.95);
      } else if (mark.meaning.time.kind === 'sides') heldApart(scene, at, mark.meaning.time.sides);
      else if (mark.meaning.time.kind === 'cyclic') {
        scene.keys.push({ kind: 'cyclic', unit: mark.meaning.time.unit });
        take(scene, at);
      }
    }
    const said = saidTimes(scene);
    const [first, second] = said;
    if (first === undefined) return;
    scene.timeSaid = true;
    if (dayDivided(scene, said, now)) return;
    if (second === undefined && restOfDay(scene, first, now)) return;
    if (second === undefined && (splitAt(scene, first, now) || onlySince(scene, first, now))) return;
    const between = Array.from({ length: (second?.at ?? 0) - first.at - 1 }, (_, i) => first.at + 1 + i);
    const versus = between.find(
      (at) =>
        conceptAt(scene, at)?.kind === 'versus' ||
        conceptAt(scene, at)?.kind === 'conjunction' ||
        /^than$/i.test(scene.marks[at]?.text ?? '') ||
        (/^as$/i.test(scene.marks[at]?.text ?? '') && isAsMany(scene, first.at)) ||
        (/^(with|to)$/i.test(scene.marks[at]?.text ?? '') && conceptsOf(scene, 'compare').length > 0) ||
        isDividing(scene, at),
    );
    const only = second === undefined ? null : onlyThen(scene, first.at, second.at);
    if (second !== undefined && only !== null && compareTimes(scene, first, second, now, 'but not')) {
      const newer = scene.compared?.metrics[only.with === 'first' ? 0 : 1]?.name === scene.compared?.newer;
      take(scene, first.at, second.at, ...only.used);
      if (keepOnlyThen(scene, newer ? 'newer' : 'older', first.at)) return;
    }
    const both =
      second !== undefined && versus !== undefined && conceptAt(scene, versus)?.kind === 'conjunction'
        ? joined(scene, first, second, now)
        : null;
    if (second !== undefined && versus !== undefined && both !== null) {
      take(scene, versus, first.at, second.at);
      scene.time = both;
      return;
    }
    if (second !== undefined && versus !== undefined && compareTimes(scene, first, second, now)) {
      take(scene, versus, first.at, second.at);
      return;
    }
    take(scene, first.at);
    const other = second === undefined ? impliedOther(scene, first, now) : null;
    if (other !== null && compareTimes(scene, other, first, now)) return;
    scene.time = first.spec;
    if (second === undefined) return;
    const combined =
      sinceWithin(scene, first, second, now) ??
      narrowedTo(scene, first, second, now) ??
      narrowedTo(scene, second, first, now) ??
      onDay(first.spec, second.spec, now) ??
      onDay(second.spec, first.spec, now);
    if (combined === null) return;
    scene.time = combined;
    take(scene, second.at);
  };
