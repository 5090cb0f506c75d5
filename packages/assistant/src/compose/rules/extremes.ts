import type { StatFn } from '../../ir/query-ir.ts';
import { conceptAt, fieldAt, markAt, type Scene } from '../scene.ts';

const HIGH = /^(?:worst|highest|longest|slowest|biggest|largest|greatest|top)\b/i;
const LOW = /^(?:best|lowest|shortest|fastest|quickest|smallest)\b/i;

const extremeAt = (scene: Scene, at: number): StatFn | null => {
  const text = markAt(scene, at)?.text ?? '';
  const kind = markAt(scene, at)?.meaning.kind;
  if (conceptAt(scene, at)?.kind !== 'superlative' && kind !== 'unknown' && kind !== 'message') return null;
  return HIGH.test(text) ? 'max' : LOW.test(text) ? 'min' : null;
};

const isStat = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  return (
    /^(?:stat|percentile)$/.test(conceptAt(scene, at)?.kind ?? '') ||
    (meaning?.kind === 'literal' && meaning.token.kind === 'percentile') ||
    extremeAt(scene, at) !== null
  );
};

const joins = (scene: Scene, at: number): boolean =>
  markAt(scene, at)?.text === ',' || conceptAt(scene, at)?.kind === 'conjunction';

/** The statistic beside another that a superlative is: "average and worst response time", "best, mean and worst". */
export const joinedExtreme = (scene: Scene, at: number): StatFn | null => {
  const fn = extremeAt(scene, at);
  if (fn === null) return null;
  const articled = (from: number, step: 1 | -1): number =>
    conceptAt(scene, from)?.kind === 'filler' ? from + step : from;
  const before = articled(at - 1, -1);
  const after = at + 1;
  const joined =
    (joins(scene, before) && (isStat(scene, before - 1) || (joins(scene, before - 1) && isStat(scene, before - 2)))) ||
    (joins(scene, after) && isStat(scene, articled(after + 1, 1)));
  // "best response time": nothing is ranked by that word, so it can only be a statistic.
  const alone = /^best$/i.test(markAt(scene, at)?.text ?? '') && fieldAt(scene, after)?.role === 'duration';
  return joined || alone ? fn : null;
};
