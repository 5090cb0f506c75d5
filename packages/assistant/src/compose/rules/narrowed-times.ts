import { startOfDay } from '../../time/calendar.ts';
import { NANOS, resolveTime, type TimeSpec } from '../../time/time-spec.ts';
import { markAt, type Scene } from '../scene.ts';
import type { Said } from './ranges.ts';

const HOURS = /\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m)|\b(?:noon|midday)\b/i;
const DATED =
  /\b(?:yesterday|today|tonight|tomorrow|morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ago|week|month|\d{4}-\d\d)\b/i;
const UNTIL = /^(?:before|until|till)\b/i;
const OPEN = /^(?:after|since|from)\b/i;

/** "yesterday afternoon (after 14:00)": beside a part of a day, hours with no day of their own are of that day. */
export const narrowedTo = (scene: Scene, part: Said, hours: Said, now: bigint): TimeSpec | null => {
  if (!HOURS.test(hours.text) || DATED.test(hours.text)) return null;
  const [a, b] = [resolveTime(part.spec, now), resolveTime(hours.spec, now)];
  const day = startOfDay(a.from);
  if (a.to > day + NANOS.day || a.to - a.from >= NANOS.day || b.to - b.from >= NANOS.day) return null;
  const shift = day - startOfDay(b.from);
  const from = UNTIL.test(hours.text) ? a.from : b.from + shift;
  // In brackets it says from when on that part is meant, and the day ends it.
  const said = markAt(scene, hours.at - 1)?.text === '(' ? day + NANOS.day : a.to;
  const to = OPEN.test(hours.text) && b.to === now ? said : b.to + shift;
  if (from < a.from || from >= to || from >= day + NANOS.day || from > now) return null;
  return {
    kind: 'between',
    from: { kind: 'at', nanos: from },
    to: to > now ? { kind: 'now', backNanos: 0n } : { kind: 'at', nanos: to },
  };
};
