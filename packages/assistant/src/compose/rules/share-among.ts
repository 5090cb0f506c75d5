import { sameField } from '../../ir/field-ref.ts';
import { addPred, conceptAt, conceptsOf, isGap, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { type Condition, conditionAt } from './conditions.ts';
import { addMetric } from './metrics.ts';

interface Side {
  readonly condition: Condition;
  readonly used: readonly number[];
}

/** All records: no condition on them. */
const EVERYTHING: Condition = { pred: { kind: 'and', preds: [] }, name: 'all', field: null };

/** What is counted at a place; "version 1.7.3" says what kind of name it is. */
const sideAt = (scene: Scene, from: number, step: 1 | -1): Side | null => {
  const isNoun = (at: number): boolean => step === -1 && conceptAt(scene, at)?.kind === 'entity';
  const at = nextContent(scene, from, step, isNoun);
  const label = namesField(scene, at) && step === 1 ? nextContent(scene, at + 1) : at;
  const condition = conditionAt(scene, label);
  return condition === null ? null : { condition, used: label === at ? [at] : [at, label] };
};

/** Both are told by one field. */
const isSame = (one: Side, other: Side): boolean =>
  one.condition.field !== null &&
  other.condition.field !== null &&
  sameField(one.condition.field, other.condition.field);

const isCounted = (scene: Scene, at: number): boolean =>
  /^(severity|outcome)$/.test(conceptAt(scene, at)?.kind ?? '') && conditionAt(scene, at) !== null;

/** "how many carts per checkout": two values of one field. */
const areAlike = (scene: Scene, at: number): boolean => {
  const [one, other] = [conditionAt(scene, at - 1), conditionAt(scene, at + 1)];
  const asked = conceptAt(scene, nextContent(scene, at - 2, -1))?.kind === 'count';
  const same = one?.field != null && other?.field != null && sameField(one.field, other.field);
  return asked && same && markAt(scene, at - 1)?.plural === true && markAt(scene, at + 1)?.meaning.kind === 'value';
};

/** "number of 404s relative to 200s", "how many warnings per error" */
const relative = (scene: Scene): number =>
  scene.marks.findIndex(
    (mark, at) =>
      (/^relative to$/i.test(mark.text) && conditionAt(scene, at - 1) !== null) ||
      (/^(per|for each|for every)$/i.test(mark.text) &&
        markAt(scene, at + 1)?.plural === false &&
        ((isCounted(scene, at - 1) && isCounted(scene, at + 1)) || areAlike(scene, at))),
  );

/** "share of 429s among all 4xx": the whole is said too. */
const shareAmong = (scene: Scene, cue: number): readonly Side[] => {
  const one = /^ratio\b/i.test(markAt(scene, cue)?.text ?? '') ? null : sideAt(scene, cue + 1, 1);
  const among = (one?.used.at(-1) ?? cue) + 1;
  const text = markAt(scene, among)?.text ?? '';
  const isAmong = /^(among|among all|out of|out of all|within)$/i.test(text);
  // "what percentage of the 5xx are 502s": the whole is said first.
  const are = /^(are|is|were|was)$/i.test(text);
  const other = one === null || !(isAmong || are) ? null : sideAt(scene, among + 1, 1);
  // "share of POSTs among all requests"
  const all = nextContent(scene, among + 1);
  if (one !== null && isAmong && other === null && conceptAt(scene, all)?.kind === 'entity')
    return [one, { condition: EVERYTHING, used: [among, all] }];
  if (one === null || other === null) return [];
  const whole = { ...other, used: [...other.used, among] };
  // "share of DB_TIMEOUT among all errors": what fails is told by another field than why.
  if (isSame(one, other)) return are ? [whole, one] : [one, whole];
  return isAmong && isCounted(scene, other.used.at(-1) ?? -1) ? [one, whole] : [];
};

/** "of all errors today, how many percent were from billing": the whole is said before the cue. */
const ofAll = (scene: Scene, cue: number): readonly Side[] => {
  const whole = scene.marks.findIndex((_, at) => at < cue && isCounted(scene, at));
  const lead = scene.marks.slice(0, Math.max(0, whole));
  const isLed = /^of$/i.test(lead[0]?.text ?? '') && lead.every((_, at) => isGap(scene, at));
  const verb = scene.marks.findIndex((mark, at) => at > cue && /^(are|is|were|was|come|comes|came)$/i.test(mark.text));
  const part = whole < 0 || !isLed || verb < 0 ? null : sideAt(scene, verb + 1, 1);
  const condition = conditionAt(scene, whole);
  if (part === null || condition === null) return [];
  return [
    { ...part, used: [...part.used, verb] },
    { condition, used: [whole] },
  ];
};

const cueOf = (scene: Scene): { readonly cue: number; readonly sides: readonly Side[] } | null => {
  for (const cue of conceptsOf(scene, 'ratio')) {
    if (scene.taken.has(cue)) continue;
    const among = [shareAmong(scene, cue), ofAll(scene, cue)].find((sides) => sides.length === 2);
    if (among !== undefined) return { cue, sides: among };
  }
  const to = relative(scene);
  const [one, other] = [sideAt(scene, to - 1, -1), sideAt(scene, to + 1, 1)];
  if (to < 0 || one === null || other === null) return null;
  const count = nextContent(scene, to - 2, -1);
  return { cue: to, sides: [one, { ...other, used: [...other.used, ...(count < 0 ? [] : [count])] }] };
};

/** "share of 429s among all 4xx", "404s relative to 200s": how many of the one there are for each of the other. */
export const shareAmongOthers = (scene: Scene): void => {
  const found = cueOf(scene);
  const [one, other] = found?.sides ?? [];
  if (found === null || one === undefined || other === undefined) return;
  if (JSON.stringify(one.condition.pred) === JSON.stringify(other.condition.pred)) return;
  take(scene, found.cue, ...one.used, ...other.used);
  const part = one.condition.pred;
  if (other.condition === EVERYTHING) addMetric(scene, { kind: 'ratio', part, name: 'rate' });
  else if (isSame(one, other)) addMetric(scene, { kind: 'ratio', part, over: other.condition.pred, name: 'ratio' });
  else {
    addPred(scene, 'value', other.condition.pred, other.used[0] ?? 0);
    addMetric(scene, { kind: 'ratio', part, name: 'share' });
  }
};
