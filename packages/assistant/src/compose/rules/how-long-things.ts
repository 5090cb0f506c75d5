import type { FieldRef } from '../../ir/field-ref.ts';
import { isTimed, ownFigureAt } from '../own-figure.ts';
import { conceptAt, conceptsOf, fieldAt, hasConcept, markAt, namesField, type Scene, take } from '../scene.ts';
import { addMetric, percentileMetric, statMetric } from './metrics.ts';

const reachMax = 7;
const TAKES = /^(?:takes?|took|lasts?|lasted|need|needs|needed)$/i;

interface Found {
  readonly field: FieldRef;
  readonly used: readonly number[];
}

const isEnd = (scene: Scene, at: number): boolean =>
  markAt(scene, at) === undefined ||
  /^(?:punctuation|time)$/.test(markAt(scene, at)?.meaning.kind ?? '') ||
  conceptAt(scene, at)?.kind === 'group';

/** What is said after "how long": a number of its own, "wait" for `wait_minutes`, or a thing that takes some time. */
const timedAfter = (scene: Scene, cue: number): Found | null => {
  const reach: number[] = [];
  for (let at = cue + 1; at <= cue + reachMax && !isEnd(scene, at); at++) reach.push(at);
  const things = reach.filter((at) => namesField(scene, at) && markAt(scene, at)?.meaning.kind === 'field');
  const own = things.find((at) => {
    const field = fieldAt(scene, at);
    return field !== null && field.role === null && isTimed(field);
  });
  if (own !== undefined) {
    const field = fieldAt(scene, own);
    // Who waits, and for what, is said by the number already.
    const told = reach.filter((at) => at !== own && field !== null && ownFigureAt(scene, at, isTimed) === field);
    return field === null ? null : { field, used: [own, ...things.filter((at) => at < own), ...told] };
  }
  const takes = reach.find((at) => TAKES.test(markAt(scene, at)?.text ?? ''));
  const thing = reach.find((at) => ownFigureAt(scene, at, isTimed) !== null);
  const field = takes === undefined || thing === undefined ? null : ownFigureAt(scene, thing, isTimed);
  return field === null || takes === undefined || thing === undefined ? null : { field, used: [takes, thing] };
};

/** The figures that are said, else the average. */
const addFigures = (scene: Scene, field: FieldRef): void => {
  const said = [...conceptsOf(scene, 'stat'), ...conceptsOf(scene, 'percentile')];
  for (const at of said) {
    const concept = conceptAt(scene, at);
    if (concept?.kind === 'stat') addMetric(scene, statMetric(concept.fn, field));
    if (concept?.kind === 'percentile') addMetric(scene, percentileMetric(concept.p, field));
  }
  take(scene, ...said);
  if (said.length === 0) addMetric(scene, statMetric('avg', field));
};

/** "how long do members wait for a table", "how long do deliveries take": the time that the thing itself has, before that of requests. */
export const howLongThings = (scene: Scene): void => {
  const cue = scene.marks.findIndex(({ text }) => /^how long$/i.test(text));
  if (cue < 0 || scene.taken.has(cue) || hasConcept(scene, 'superlative') || hasConcept(scene, 'comparator')) return;
  const found = timedAfter(scene, cue);
  if (found === null) return;
  take(scene, cue, ...found.used);
  addFigures(scene, found.field);
};
