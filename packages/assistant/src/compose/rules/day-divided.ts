import { startOfDay } from '../../time/calendar.ts';
import { type Instant, NANOS, resolveTime } from '../../time/time-spec.ts';
import { conceptAt, type Scene, take } from '../scene.ts';
import { endsOf, type Said } from './ranges.ts';
import { afterOf, beforeOf, divide } from './split-times.ts';

const isDay = ({ spec }: Said, now: bigint): boolean => {
  const { from, to } = resolveTime(spec, now);
  return spec.kind === 'between' && from === startOfDay(from) && (to - from === NANOS.day || to === now);
};

/** "after 9:00", with no day of its own. */
const CUT = /^(?:before|until|after|since|from)\b.*\d|^(?:before|until|after|since|from) (?:noon|midday|midnight)$/i;
const DATED = /\b(?:yesterday|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ago|\d{4}-\d\d)\b/i;
const isCut = ({ text }: Said): boolean => CUT.test(text) && !DATED.test(text);

/** Where a range is cut: the end of "before 9:00", the start of "after 9:00". */
const momentOf = ({ spec, text }: Said): Instant | null => {
  const ends = endsOf(spec);
  if (ends === null) return null;
  return /^(?:before|until)\b/i.test(text) ? ends.to : ends.from;
};

/** The marks that say the other side of the cut: "before" alone, or "before 9:00" beside "after 9:00". */
const otherSide = (scene: Scene, cuts: readonly Said[]): readonly number[] | null => {
  const [first, second, ...more] = cuts;
  if (first === undefined || more.length > 0) return null;
  if (second === undefined)
    return /^(?:before|until)\b/i.test(first.text) ? afterOf(scene, first) : beforeOf(scene, first);
  const joined = Array.from({ length: second.at - first.at - 1 }, (_, step) => first.at + 1 + step);
  const joins = joined.some((at) => /^(?:conjunction|versus)$/.test(conceptAt(scene, at)?.kind ?? ''));
  return joins && /^before\b/i.test(first.text) && /^(?:after|from|since)\b/i.test(second.text)
    ? [second.at, ...joined]
    : null;
};

/** "errors yesterday before vs after 9:00": that day, divided at that hour of it. */
export const dayDivided = (scene: Scene, said: readonly Said[], now: bigint): boolean => {
  const days = said.filter((one) => isDay(one, now));
  const [day] = days;
  const cuts = said.filter(isCut);
  const [cut] = cuts;
  if (day === undefined || cut === undefined || days.length > 1 || days.length + cuts.length !== said.length)
    return false;
  const moment = momentOf(cut);
  const other = moment === null ? null : otherSide(scene, cuts);
  if (moment?.kind !== 'at' || other === null) return false;
  const { from } = resolveTime(day.spec, now);
  divide(scene, cut, { kind: 'at', nanos: from + (moment.nanos - startOfDay(moment.nanos)) }, now);
  scene.time = day.spec;
  take(scene, day.at, cut.at, ...other);
  return true;
};
