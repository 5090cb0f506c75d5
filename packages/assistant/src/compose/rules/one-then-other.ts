import type { FieldRef } from '../../ir/field-ref.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { assume, conceptAt, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { withoutAbsent } from './absent.ts';
import { type Condition, conditionAt, groupByHead } from './conditions.ts';
import { countGroups } from './count-groups.ts';
import { addKey } from './groups.ts';
import { messageConditionAt, saysPhrase } from './message-condition.ts';
import { addMetric } from './metrics.ts';
import { withinStatuses } from './statuses.ts';
import { symptomWord } from './texts.ts';

const LATER = /^(?:later|then|afterwards|subsequently|after that|eventually)$/i;
const FIRST = /^(?:first|initially)$/i;

/** What leads from the one to what came after it: "and then", "and later", "followed by"; how many marks it takes, 0 for none. */
const thenAt = (scene: Scene, at: number): number => {
  const concept = conceptAt(scene, at);
  if (concept?.kind === 'conjunction' && concept.op === 'then') return 1;
  const joins = concept?.kind === 'conjunction' && concept.op === 'and';
  if (joins && LATER.test(markAt(scene, at + 1)?.text ?? '')) return 2;
  if (/^followed by$/i.test(markAt(scene, at)?.text ?? '')) return 1;
  return /^followed$/i.test(markAt(scene, at)?.text ?? '') && /^by$/i.test(markAt(scene, at + 1)?.text ?? '') ? 2 : 0;
};

/** "a 503 and later a 200": beside each other they are statuses. */
const statusAt = (scene: Scene, at: number): Condition | null => {
  const meaning = markAt(scene, at)?.meaning;
  const field = roleField(scene, 'status');
  const isStatus = meaning?.kind === 'amount' && meaning.unit === null && meaning.value >= 100 && meaning.value < 600;
  if (!isStatus || field === null || scene.taken.has(at)) return null;
  return { pred: withinStatuses(field, { from: meaning.value, to: meaning.value }), name: `s_${meaning.value}`, field };
};

/** "had a timeout": a symptom, as messages spell it. */
const symptomAt = (scene: Scene, at: number): Condition | null => {
  const concept = conceptAt(scene, at);
  if (concept?.kind !== 'symptom' || scene.taken.has(at)) return null;
  return saysPhrase(scene, symptomWord(scene, markAt(scene, at)?.text ?? '', concept.phrase));
};

const saidAt = (scene: Scene, at: number): Condition | null =>
  conditionAt(scene, at) ?? statusAt(scene, at) ?? messageConditionAt(scene, at) ?? symptomAt(scene, at);

const passes =
  (scene: Scene) =>
  (at: number): boolean =>
    /^(?:with|entity)$/.test(conceptAt(scene, at)?.kind ?? '') || FIRST.test(markAt(scene, at)?.text ?? '');

const momentOf = (fn: 'min' | 'max', field: FieldRef, { pred }: Condition, name: string) =>
  ({ kind: 'stat', fn, field, only: pred, name }) as const;

/** "orders that were placed and then cancelled": each order, by its id. */
const groupByThing = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  const [thing = ''] = meaning?.kind === 'message' ? meaning.phrase.split(' ').map(wordForm) : [];
  const named = scene.index.fieldNames.get(`${thing}id`) ?? [];
  const field = named.find(({ dataset }) => dataset === scene.dataset)?.field;
  if (thing === '' || field === undefined) return false;
  addKey(scene, field);
  withoutAbsent(scene, field, at);
  return true;
};

/**
 * "users who had an error and then a success": no record is both, so of each the last of the one is held against the first of
 * the other.
 */
export const oneThenOther = (scene: Scene): void => {
  const time = roleField(scene, 'timestamp');
  for (const at of scene.marks.keys()) {
    const length = thenAt(scene, at);
    if (length === 0 || time === null) continue;
    const before = nextContent(scene, at - 1, -1, (index) => conceptAt(scene, index)?.kind === 'entity');
    const after = nextContent(scene, at + length, 1, passes(scene));
    const [one, other] = [saidAt(scene, before), saidAt(scene, after)];
    if (one === null || other === null || one.name === other.name) continue;
    if (!groupByHead(scene, before) && !groupByThing(scene, before)) continue;
    const [first, last] = [`first_${one.name}`, `last_${other.name}`];
    const led = scene.marks.flatMap(({ text }, index) => (index < at && FIRST.test(text) ? [index] : []));
    take(scene, before, after, ...Array.from({ length }, (_, step) => at + step), ...led);
    addMetric(scene, momentOf('min', time, one, first));
    addMetric(scene, momentOf('max', time, other, last));
    scene.having.push({ metric: last, op: '>', value: { column: first } });
    countGroups(scene);
    assume(scene, 'any such record later than the first of the other will do', 0.95);
    return;
  }
};
