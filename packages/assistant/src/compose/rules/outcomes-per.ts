import {
  conceptAt,
  fieldAt,
  hasConcept,
  isNumeric,
  markAt,
  namesField,
  nextContent,
  type Scene,
  take,
} from '../scene.ts';
import { addKey } from './groups.ts';

/** Names of what tells how it went. */
const HOW_IT_WENT = /(?:^|\s)(?:outcomes|verdicts|results|decisions|statuses|states|dispositions)$/i;
const ASKS_OTHERWISE = ['superlative', 'cut', 'ratio', 'stat', 'percentile', 'distinct', 'compare'] as const;

/** "delivery outcomes for each mail domain": how many of each, and not only of each domain. */
export const outcomesPer = (scene: Scene): void => {
  if (scene.metrics.length > 0 || ASKS_OTHERWISE.some((kind) => hasConcept(scene, kind))) return;
  const at = scene.marks.findIndex(
    (mark, index) => HOW_IT_WENT.test(mark.text) && namesField(scene, index) && !scene.taken.has(index),
  );
  const field = at < 0 ? null : fieldAt(scene, at);
  const cue = at < 0 ? -1 : nextContent(scene, at + 1);
  const grouped = conceptAt(scene, cue)?.kind === 'group' && scene.taken.has(cue);
  // "how many outcomes per domain" counts the different ones.
  const counted = conceptAt(scene, nextContent(scene, at - 1, -1))?.kind === 'count';
  if (field === null || !grouped || counted || (isNumeric(field) && field.role !== 'status')) return;
  if (markAt(scene, at)?.plural !== true) return;
  take(scene, at);
  addKey(scene, field);
};
