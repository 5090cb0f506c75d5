import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import { conceptAt, linksAt, markAt, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';

const isFigure = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  return (
    /^(ratio|stat|percentile)$/.test(conceptAt(scene, at)?.kind ?? '') ||
    (meaning?.kind === 'literal' && meaning.token.kind === 'percentile')
  );
};

const isCue = (scene: Scene, at: number): boolean => isFigure(scene, at) || conceptAt(scene, at)?.kind === 'count';

const valuesOf = (scene: Scene, field: FieldRef): readonly number[] =>
  scene.marks.flatMap((_, at) =>
    scene.taken.has(at) && linksAt(scene, at).some((link) => sameField(link.field, field)) ? [at] : [],
  );

const isJoiner = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'conjunction' || /^(?:,|and for)$/i.test(markAt(scene, at)?.text ?? '');

/** The word that asks again, or the preposition that is said again: "of GETs and of POSTs". */
const againAt = (scene: Scene, first: number, second: number): readonly number[] => {
  const between = Array.from({ length: second - first - 1 }, (_, step) => first + 1 + step);
  const joiner = between.find((at) => isJoiner(scene, at));
  if (joiner === undefined) return [];
  const cue = between.find((at) => at > joiner && isCue(scene, at));
  if (cue !== undefined) return scene.marks.slice(0, first).some((_, at) => isCue(scene, at)) ? [cue] : [];
  const before = markAt(scene, first - 1)?.text.toLowerCase();
  const repeated = markAt(scene, second - 1)
    ?.text.toLowerCase()
    .replace(/^and /, '');
  const said = /^(of|for|in|from|on|at)$/.test(before ?? '') && repeated === before;
  const figure = scene.marks.some((_, at) => at < first && isFigure(scene, at));
  return said && figure ? [joiner] : [];
};

/** Of a condition that is said for each of them once is enough. */
const withoutRepeats = (scene: Scene): void => {
  const unique = scene.preds.filter(
    (found, at) => scene.preds.findIndex((other) => JSON.stringify(other.pred) === JSON.stringify(found.pred)) === at,
  );
  scene.preds.splice(0, scene.preds.length, ...unique);
};

/**
 * "what percentage of the GETs fail, and what percentage of the POSTs", "how many errors in checkout and how many in cart":
 * a figure that is asked for once more, of another value, is wanted of each.
 */
export const eachOfValues = (scene: Scene): void => {
  for (const { source, pred } of scene.preds) {
    if (source !== 'value' || pred.kind !== 'in') continue;
    const [first, second] = valuesOf(scene, pred.field);
    const again = first === undefined || second === undefined ? [] : againAt(scene, first, second);
    if (again.length === 0 || second === undefined) continue;
    withoutRepeats(scene);
    const conditions = scene.preds.filter((found) => /^(severity|outcome|status)$/.test(found.source));
    // "how many errors in A and how many warnings in B" asks for two things.
    if (conditions.length > 1 || conditions.some((found) => found.pred.kind === 'in')) continue;
    take(scene, ...again);
    addKey(scene, pred.field);
    return;
  }
};
