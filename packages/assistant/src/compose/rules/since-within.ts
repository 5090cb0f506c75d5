import { resolveTime, type TimeSpec } from '../../time/time-spec.ts';
import { isGap, type Scene } from '../scene.ts';
import type { Said } from './ranges.ts';

const SINCE = /^since\b/i;

/**
 * "tonight since midnight", "today since 9": two words for one time, and the one that tells where it begins tells it all, as
 * the other begins before now and is not over before that. Null where they say different times.
 */
export const sinceWithin = (scene: Scene, first: Said, second: Said, now: bigint): TimeSpec | null => {
  const [since, day] = SINCE.test(second.text) ? [second, first] : [first, second];
  const beside = scene.marks.every((_, at) => at <= first.at || at >= second.at || isGap(scene, at));
  if (!SINCE.test(since.text) || SINCE.test(day.text) || !beside) return null;
  const begun = resolveTime(since.spec, now);
  const { to } = resolveTime(day.spec, now);
  // "yesterday since 9" begins at 9 of that day, which was over by today.
  return begun.to === now && to >= now ? since.spec : null;
};
