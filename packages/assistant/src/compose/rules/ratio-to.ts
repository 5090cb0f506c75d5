import { sameField } from '../../ir/field-ref.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { saidIn } from '../said-in.ts';
import { conceptAt, conceptsOf, markAt, nextContent, roleField, type Scene, take } from '../scene.ts';
import { type Condition, conditionAt } from './conditions.ts';
import { literalFor, spanError } from './filters.ts';
import { messageConditionAt } from './message-condition.ts';
import { addMetric } from './metrics.ts';

interface Side {
  readonly condition: Condition;
  readonly used: readonly number[];
}

const isThing = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'entity' || conceptAt(scene, at)?.kind === 'volume';

/** "declined to collected fees": what was done stands apart from its thing, which is said once, behind the other. */
const ofThingBehind = (
  scene: Scene,
  [one, other, to]: readonly [Side, Side, number],
): readonly [Side, Side, number] => {
  const [said, whole] = [one.used, other.used].map((used) => {
    const meaning = used.length === 1 ? markAt(scene, used[0] ?? -1)?.meaning : undefined;
    const text = markAt(scene, used[0] ?? -1)?.text ?? '';
    // "rejected to approved claims", where a state is called so too: both sides are what messages say.
    if (meaning?.kind === 'value' && used === one.used) return [text];
    return meaning?.kind === 'message' ? meaning.phrase.split(' ') : [];
  });
  const [thing] = whole ?? [];
  if (said?.length !== 1 || whole?.length !== 2 || thing === undefined) return [one, other, to];
  const phrase = scene.data.vocabulary.phrases.get(`${wordForm(thing)} ${wordForm(said[0] ?? '')}`);
  if (phrase === undefined) return [one, other, to];
  const condition = { ...one.condition, pred: saidIn(scene, 'phrase', phrase), name: phrase, field: null };
  return [{ ...one, condition }, other, to];
};

/** One side of a ratio: a condition, with the noun behind it that says what has it. */
const sideFrom = (scene: Scene, from: number): Side | null => {
  const at = nextContent(scene, from, 1, (index) => conceptAt(scene, index)?.kind === 'count');
  const condition = conditionAt(scene, at) ?? messageConditionAt(scene, at);
  if (condition === null) return null;
  return { condition, used: isThing(scene, at + 1) ? [at, at + 1] : [at] };
};

const TO = /^(to|and|over|against|vs|versus|compared to|in relation to|relative to|:|\/)$/i;

/** "ratio of errors" is one phrase of the lexicon, and here only its first half. */
const namedSide = (scene: Scene, ratio: number): Side | null => {
  const concept = conceptAt(scene, ratio);
  if (concept?.kind !== 'ratio' || concept.of !== 'error') return null;
  const field = roleField(scene, 'severity');
  const pred =
    field === null
      ? spanError(scene)
      : ({ kind: 'compare', field, op: '==', value: { kind: 'severity', value: 'ERROR' } } as const);
  return pred === null ? null : { condition: { pred, name: 'errors', field }, used: [] };
};

const isRatio = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'ratio' && /^(the )?(ratios?|proportion)\b/i.test(markAt(scene, at)?.text ?? '');

/** "ratio of client to server spans": a word that is a value of the field whose other value stands behind. */
const likeOther = (scene: Scene, at: number): readonly [Side, Side, number] | null => {
  const text = markAt(scene, at)?.text.toLowerCase() ?? '';
  const other = TO.test(markAt(scene, at + 1)?.text ?? '') ? sideFrom(scene, at + 2) : null;
  const field = other?.condition.pred.kind === 'compare' ? other.condition.field : null;
  const known = scene.data.fields.find(({ ref }) => field !== null && sameField(ref, field))?.source.values ?? [];
  const value = known.find((each) => each.value.toLowerCase() === text)?.value;
  if (other === null || field === null || value === undefined || scene.taken.has(at)) return null;
  const pred = { kind: 'compare', field, op: '==', value: literalFor(field, value) } as const;
  return [{ condition: { pred, name: text, field }, used: [at] }, other, at + 1];
};

/** The two sides of a ratio, after its word or before it: "ratio of A to B", "A to B ratio". */
const sidesOf = (scene: Scene, ratio: number): readonly [Side, Side, number] | null => {
  const first =
    namedSide(scene, ratio) ??
    sideFrom(
      scene,
      nextContent(scene, ratio + 1, 1, (at) => conceptAt(scene, at)?.kind === 'between'),
    );
  const to = first === null ? -1 : (first.used.at(-1) ?? ratio) + 1;
  const second = TO.test(markAt(scene, to)?.text ?? '') ? sideFrom(scene, to + 1) : null;
  if (first !== null && second !== null) return ofThingBehind(scene, [first, second, to]);
  const alike = first === null ? likeOther(scene, nextContent(scene, ratio + 1)) : null;
  if (alike !== null) return alike;
  for (let at = 0; at < ratio; at++) {
    const one = conditionAt(scene, at) === null ? null : sideFrom(scene, at);
    const joint = one === null ? -1 : (one.used.at(-1) ?? at) + 1;
    const other = TO.test(markAt(scene, joint)?.text ?? '') ? sideFrom(scene, joint + 1) : null;
    if (one !== null && other !== null && (other.used.at(-1) ?? 0) + 1 === ratio) return [one, other, joint];
  }
  return null;
};

const VISIT = /^(visit|view|hit|call|request)$/i;
const isGot = (scene: Scene, at: number): boolean =>
  /^(get|got|see|saw|have|had)$/i.test(markAt(scene, at)?.text ?? '');

/** "unlocks per door" where messages say "door unlocked": one event, and the door is what it is done to. */
const saysBoth = (scene: Scene, one: number, other: number): boolean => {
  const [deed, thing] = [one, other].map((at) => {
    const meaning = markAt(scene, at)?.meaning;
    return meaning?.kind === 'message' ? wordForm(meaning.phrase) : null;
  });
  if (deed === undefined || thing === undefined || deed === null || thing === null) return false;
  const said = scene.data.vocabulary.lines.filter((line) => line.includes(` ${deed} `));
  return said.length > 0 && said.every((line) => line.includes(` ${thing} `));
};

/** "errors per warning", "orders created for every payment captured": so many of the one for one of the other. */
const perOther = (scene: Scene, per: number): readonly [Side, Side] | null => {
  if (!/^(per|for each|for every)$/i.test(markAt(scene, per)?.text ?? '')) return null;
  // "checkouts per cart visit": so many requests of the one for one of the other.
  const visited = (at: number): boolean =>
    markAt(scene, at)?.meaning.kind === 'value' &&
    VISIT.test(markAt(scene, nextContent(scene, per + 1) + 1)?.text ?? '');
  const alone = (at: number): boolean =>
    /^(severity|outcome)$/.test(conceptAt(scene, at)?.kind ?? '') ||
    messageConditionAt(scene, at) !== null ||
    visited(at);
  const before = nextContent(
    scene,
    per - 1,
    -1,
    (at) => isThing(scene, at) || conceptAt(scene, at)?.kind === 'exists' || isGot(scene, at),
  );
  const after = nextContent(scene, per + 1);
  if (!alone(before) || !alone(after) || markAt(scene, after)?.plural === true) return null;
  const [one, other] = [sideFrom(scene, before), sideFrom(scene, after)];
  if (one === null || other === null || saysBoth(scene, before, after)) return null;
  return [one, visited(after) ? { ...other, used: [...other.used, after + 1] } : other];
};

const addRatio = (scene: Scene, [one, other]: readonly [Side, Side], ...words: readonly number[]): boolean => {
  if (JSON.stringify(one.condition.pred) === JSON.stringify(other.condition.pred)) return false;
  take(scene, ...words, ...one.used, ...other.used);
  for (const at of [...conceptsOf(scene, 'count'), ...conceptsOf(scene, 'ratio')]) take(scene, at);
  addMetric(scene, { kind: 'ratio', part: one.condition.pred, over: other.condition.pred, name: 'ratio' });
  return true;
};

/** "ratio of checkouts to cart requests", "errors to warnings ratio": how many of the one there are for each of the other. */
export const ratioTo = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const sides = isRatio(scene, at) && !scene.taken.has(at) ? sidesOf(scene, at) : null;
    const per = sides === null ? perOther(scene, at) : null;
    if (sides !== null && addRatio(scene, [sides[0], sides[1]], at, sides[2])) return;
    if (per !== null && addRatio(scene, per, at)) return;
  }
};
