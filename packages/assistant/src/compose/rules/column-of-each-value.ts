import { sameField } from '../../ir/field-ref.ts';
import { addPred, conceptAt, linksAt, markAt, type Scene, take } from '../scene.ts';
import { type Condition, conditionAt } from './conditions.ts';
import { addMetric } from './metrics.ts';

/** "one column each", "a column for each", "in separate columns", "side by side" */
const COLUMNS =
  /(?:\b(?:one|a|an own|its own|their own|separate|own) columns?\b(?: (?:for )?(?:each|every))?|\bside by side)\b/i;
const OWN_WORDS = /^(?:one|a|an|own|its|their|separate|columns?|each|every|for|for each|as|in|side by side|side|by)$/i;

/** The marks at the end that say how it is shown; null where none do. */
const saidAt = (scene: Scene): readonly number[] | null => {
  let from = scene.marks.length;
  const isPart = (at: number): boolean =>
    OWN_WORDS.test(markAt(scene, at)?.text ?? '') || markAt(scene, at)?.text === '?';
  while (from > 0 && isPart(from - 1)) from -= 1;
  const said = scene.marks.slice(from).map((_, step) => from + step);
  const text = said.map((at) => markAt(scene, at)?.text ?? '').join(' ');
  return COLUMNS.test(text) ? said : null;
};

/** "passed and failed checks per day, one column each": a column of each value that is listed. */
export const columnOfEachValue = (scene: Scene): void => {
  const said = scene.metrics.length > 0 ? null : saidAt(scene);
  if (said === null) return;
  const found = scene.marks.flatMap((_, at): readonly (Condition & { readonly at: number })[] => {
    const condition = linksAt(scene, at).length > 0 ? conditionAt(scene, at) : null;
    return condition === null ? [] : [{ ...condition, at }];
  });
  const [first] = found;
  const own = first?.field ?? null;
  const listed = found.filter(({ field }) => field !== null && own !== null && sameField(field, own));
  if (own === null || listed.length < 2) return;
  take(scene, ...said, ...listed.map(({ at }) => at));
  const [from, to] = [listed[0]?.at ?? 0, listed.at(-1)?.at ?? 0];
  for (let at = from; at < to; at++) if (conceptAt(scene, at)?.kind === 'conjunction') take(scene, at);
  addPred(scene, 'presence', { kind: 'compare', field: own, op: '!=', value: { kind: 'null' } }, -1);
  for (const { pred, name } of listed) addMetric(scene, { kind: 'count-if', pred, name: name.split('_')[0] ?? name });
};
