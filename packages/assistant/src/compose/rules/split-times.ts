import type { Key, Metric } from '../../ir/query-ir.ts';
import { startOfDay } from '../../time/calendar.ts';
import { type Instant, NANOS, resolveInstant, resolveTime, type TimeSpec } from '../../time/time-spec.ts';
import { assume, conceptAt, markAt, nextContent, type Scene, take } from '../scene.ts';
import { saysChange } from './changes.ts';
import { conditionAt, headBeforeCondition } from './conditions.ts';
import { keepOnlyThen } from './only-then.ts';
import { earlier, endsOf, GREW, type Said } from './ranges.ts';

const NAMES_DAY = /\btoday\b/i;
const UNIT_NANOS: Readonly<Record<string, bigint>> = {
  s: NANOS.minute / 60n,
  m: NANOS.minute,
  h: NANOS.hour,
  d: NANOS.day,
  w: NANOS.week,
};
const STARTS = /^(after|since|from)\b/i;
const CHANGED =
  /^(change|changed|changing|improve|improved|better|get better|got better|got slower|got faster|jump|jumped)$/i;

const SLOWER = /^(slower|faster|quicker)$/i;

const today: Extract<TimeSpec, { kind: 'between' }> = {
  kind: 'between',
  from: { kind: 'aligned', unitNanos: NANOS.day, backNanos: 0n },
  to: { kind: 'now', backNanos: 0n },
};

const DOUBLED = /^(?:doubled|tripled|quadrupled)$/i;

/** The window, divided at a moment; where the question names a day ("before and after 11:30 today") that day. */
export const divide = (scene: Scene, said: Said, at: Instant, now: bigint): void => {
  const metrics: readonly Metric[] = [
    { kind: 'count-if', pred: { kind: 'time', op: '<', at }, name: 'before' },
    { kind: 'count-if', pred: { kind: 'time', op: '>=', at }, name: 'after' },
  ];
  const day = startOfDay(resolveInstant(at, now));
  if (NAMES_DAY.test(said.text))
    scene.time =
      day === startOfDay(now)
        ? today
        : { kind: 'between', from: { kind: 'at', nanos: day }, to: { kind: 'at', nanos: day + NANOS.day } };
  const period: Key = { kind: 'period', at, older: 'before', newer: 'after' };
  scene.compared = { metrics, period, newer: 'after', older: 'before' };
};

const isJoiner = (scene: Scene, at: number): boolean =>
  /^(conjunction|versus)$/.test(conceptAt(scene, at)?.kind ?? '') ||
  /^(than|to|with|or)$/i.test(markAt(scene, at)?.text ?? '');

/** The word "before" that stands for the time before what is said: "before and after 12:00", "after 12:00 than before". */
export const beforeOf = (scene: Scene, said: Said): readonly number[] | null => {
  const isBefore = (at: number): boolean =>
    /^(before|earlier|previously|beforehand|prior)$/i.test(markAt(scene, at)?.text ?? '');
  if (isBefore(said.at - 2) && isJoiner(scene, said.at - 1)) return [said.at - 2, said.at - 1];
  const after = scene.marks.findIndex((_, at) => at > said.at && isBefore(at));
  const joiner = [after - 1, after - 2].find((at) => at > said.at && isJoiner(scene, at));
  return after < 0 || joiner === undefined ? null : [joiner, after];
};

const wentDown = (scene: Scene, at: number): boolean =>
  /^down$/i.test(textAt(scene, at)) && /^(go|went|gone|come|came)$/i.test(textAt(scene, at - 1));

/** "before 18:30 compared to after": the moment is the end of what is said. */
export const afterOf = (scene: Scene, said: Said): readonly number[] | null => {
  const after = scene.marks.findIndex(
    (mark, at) => at > said.at && /^(after|afterwards|since|later)$/i.test(mark.text),
  );
  const joiner = [after - 1, after - 2].find((at) => at > said.at && isJoiner(scene, at));
  return !/^(before|until)\b/i.test(said.text) || after < 0 || joiner === undefined ? null : [joiner, after];
};

/**
 * "before and after 12:00", "compared with before", "did it change after 12:00": the caller's window, divided there.
 */
export const splitAt = (scene: Scene, said: Said, now: bigint): boolean => {
  const ends = endsOf(said.spec);
  const then = afterOf(scene, said);
  if (then !== null && ends !== null) {
    take(scene, said.at, ...then);
    divide(scene, said, ends.to, now);
    return true;
  }
  if (!STARTS.test(said.text) || ends === null) return false;
  const words = beforeOf(scene, said);
  const grew = scene.marks.flatMap((mark, at) =>
    GREW.test(mark.text) || CHANGED.test(mark.text) || SLOWER.test(mark.text) || wentDown(scene, at) ? [at] : [],
  );
  const asks = /^(did|has|have|is|are|was|were|does|do)\b|^how (did|has|have|do|does|much)\b/i.test(
    scene.marks
      .slice(0, 2)
      .map(({ text }) => text)
      .join(' '),
  );
  const many = saysChange(scene) || scene.marks.some((_, at) => DOUBLED.test(textAt(scene, at)));
  if (words === null && !((grew.length > 0 && asks) || many)) return false;
  if (words !== null && isListed(scene) && around(scene, words[0] ?? -1, ends.from, now)) {
    take(scene, said.at, ...words);
    return true;
  }
  // "which service improved the most" asks by how much, which is read later.
  const told = saysChange(scene) ? [] : grew.filter((at) => CHANGED.test(markAt(scene, at)?.text ?? ''));
  take(scene, said.at, ...(words ?? []), ...told);
  // "slower since yesterday": today against yesterday.
  const days = words === null && /^(?:since|from) yesterday$/i.test(said.text);
  divide(scene, said, days ? today.from : ends.from, now);
  if (days) scene.time = said.spec;
  around(scene, words?.[0] ?? -1, ends.from, now);
  return true;
};

/** "logs 5 minutes before and after 13:40": they are to be seen, and nothing of them is told. */
const isListed = (scene: Scene): boolean =>
  conceptAt(scene, nextContent(scene, 0))?.kind === 'entity' &&
  scene.marks.every(
    (_, at) => !/^(?:count|stat|ratio|percentile|compare|versus|group)$/.test(conceptAt(scene, at)?.kind ?? ''),
  );

/** "20 hours before and after the deploy": as long to either side of it. False where no length is said. */
const around = (scene: Scene, before: number, moment: Instant, now: bigint): boolean => {
  const meaning = markAt(scene, before - 1)?.meaning;
  const unit = meaning?.kind === 'amount' ? UNIT_NANOS[meaning.unit ?? ''] : undefined;
  if (meaning?.kind !== 'amount' || unit === undefined) return false;
  take(scene, before - 1);
  const length = BigInt(Math.round(meaning.value)) * unit;
  const at = resolveInstant(moment, now);
  const to: Instant = at + length >= now ? { kind: 'now', backNanos: 0n } : { kind: 'at', nanos: at + length };
  scene.time = { kind: 'between', from: { kind: 'at', nanos: at - length }, to };
  return true;
};

const NEW_SINCE = 'new since then';

const LOOK_BACK_DAYS = 7n;

/** "after 18:30 but not before", "for the first time today", "new since 12:00", "no longer today": what the time has alone. */
export const onlySince = (scene: Scene, said: Said, now: bigint): boolean => {
  const ends = endsOf(said.spec);
  const never = ends === null ? null : notUntil(scene, said, ends, now);
  if (never !== null) return onlySince(scene, never, now);
  const found =
    ends === null
      ? null
      : (notBefore(scene, said) ??
        sinceThen(said) ??
        firstTime(scene) ??
        isNew(scene) ??
        noLonger(scene) ??
        stopped(scene));
  if (found === null || ends === null) return false;
  const at = ends.from;
  const back = resolveTime(said.spec, now).to - resolveInstant(at, now);
  const week = LOOK_BACK_DAYS * NANOS.day;
  scene.time = { kind: 'between', from: earlier(at, back > week ? back : week), to: ends.to };
  const metrics: readonly Metric[] = [
    { kind: 'count-if', pred: { kind: 'time', op: '<', at }, name: 'before' },
    { kind: 'count-if', pred: { kind: 'time', op: '>=', at }, name: 'since' },
  ];
  scene.compared = { metrics, period: null, newer: 'since', older: 'before' };
  if (!keepOnlyThen(scene, found.has, found.at)) {
    scene.compared = null;
    scene.time = null;
    return false;
  }
  take(scene, said.at, ...found.used);
  assume(scene, `the time before is the ${LOOK_BACK_DAYS} days before, or as long a time`, 0.95);
  return true;
};

/** "which warnings did not exist before today": what is new since; null where nothing of the kind is said. */
const notUntil = (scene: Scene, said: Said, ends: { readonly to: Instant }, now: bigint): Said | null => {
  const none = [1, 2, 3].find((back) =>
    /^(not|never|(have|has|had|did)(n['’]t| not))$/i.test(textAt(scene, said.at - back)),
  );
  if (!/^before\b/i.test(said.text) || none === undefined) return null;
  const last = resolveInstant(ends.to, now) < now;
  if (!last) return null;
  for (let at = said.at - none; at < said.at; at++) take(scene, at);
  const spec: TimeSpec = { kind: 'between', from: ends.to, to: { kind: 'now', backNanos: 0n } };
  return { ...said, spec, text: NEW_SINCE };
};

interface Found {
  readonly has: 'newer' | 'older';
  readonly at: number;
  readonly used: readonly number[];
}

const textAt = (scene: Scene, at: number): string => markAt(scene, at)?.text ?? '';

const sinceThen = (said: Said): Found | null =>
  said.text === NEW_SINCE ? { has: 'newer', at: said.at, used: [] } : null;

const notBefore = (scene: Scene, said: Said): Found | null => {
  const before = scene.marks.findIndex((_, at) => at > said.at && /^(before|earlier)$/i.test(textAt(scene, at)));
  const none = scene.marks.findIndex(
    (_, at) =>
      at > said.at &&
      at < before &&
      /^(not|but not|none|never|no|(have|has|had|did)(n['’]t| not))$/i.test(textAt(scene, at)),
  );
  return before < 0 || none < 0 ? null : { has: 'newer', at: none, used: [none, before] };
};

const firstTime = (scene: Scene): Found | null => {
  const at = scene.marks.findIndex((_, index) => /^first time$/i.test(textAt(scene, index)));
  const led = [1, 2].some((back) => /^for$/i.test(textAt(scene, at - back)));
  const when = scene.marks.some((_, index) => index !== at && conceptAt(scene, index)?.kind === 'when');
  return at < 0 || !led || when ? null : { has: 'newer', at, used: [at] };
};

const isNew = (scene: Scene): Found | null => {
  const at = scene.marks.findIndex((mark) => /^(new|brand new|newly)$/i.test(mark.text));
  // "when did the first new error appear" asks for a moment.
  const when = scene.marks.some((_, index) => conceptAt(scene, index)?.kind === 'when');
  return at < 0 || when || scene.taken.has(at) ? null : { has: 'newer', at, used: [at] };
};

const noLonger = (scene: Scene): Found | null => {
  const at = scene.marks.findIndex((mark) => /^longer$|^(no longer|any ?more)$/i.test(mark.text));
  const no = scene.marks.findLastIndex(
    (mark, index) => index < at && /^(no|not|(do|does|did)(n['’]t| not))$/i.test(mark.text),
  );
  const whole = /^no longer$/i.test(textAt(scene, at));
  if (at < 0 || (no < 0 && !whole)) return null;
  return { has: 'older', at, used: whole ? [at] : [no, at] };
};

const BECAUSE = /^(?:because|because of|due to|owing to|by)$/i;

/** "which services stopped failing today", "paths that started to fail at noon". */
const stopped = (scene: Scene): Found | null => {
  const at = scene.marks.findIndex((mark) => /^(stopped|ceased|started|began|begun)$/i.test(mark.text));
  const next = nextContent(scene, at + 1);
  const asked = scene.marks.some((_, index) => conceptAt(scene, index)?.kind === 'when');
  // "orders that were stopped because material was missing"
  const undergone = /^(?:was|were|been|being|got)$/i.test(textAt(scene, at - 1)) || BECAUSE.test(textAt(scene, at + 1));
  if (at < 0 || asked || undergone || headBeforeCondition(scene, at) < 0 || conditionAt(scene, next) === null)
    return null;
  return { has: /^(stop|cease)/i.test(textAt(scene, at)) ? 'older' : 'newer', at, used: [at] };
};
