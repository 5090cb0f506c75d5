import type { Scene } from '../compose/scene.ts';
import { isPlainEnglish } from '../lexicon/lexicon.ts';
import type { Mark } from '../link/mark.ts';

/** How much a mark says: what changes the result weighs more than what only sounds like it. */
const weightOf = (mark: Mark): number => {
  const { meaning } = mark;
  switch (meaning.kind) {
    case 'punctuation':
      return 0;
    case 'unknown':
      if (!/[\p{L}\p{N}]/u.test(mark.text) || mark.text.length < 2) return 0;
      return isPlainEnglish(mark.text.toLowerCase()) ? 0.6 : 1.2;
    case 'value':
    case 'field':
    case 'literal':
    case 'amount':
    case 'message':
      return 1;
    case 'time':
      return 1;
    case 'concept':
      return conceptWeight(meaning.concept.kind);
  }
};

const conceptWeight = (kind: string): number => {
  if (/^(plot|sort|filler|preposition|conjunction|list|with|everything|which|edit|each|between|entity)$/.test(kind))
    return 0;
  return /^(role|choose|exists|compare|common|wise)$/.test(kind) ? 0.5 : 1;
};

/** Whether a role word that was not used stands for something to group or list by. */
const isThing = (scene: Scene, at: number, role: string): boolean => {
  if (!/^(service|user|path|region|host|version|operation|method|app)$/.test(role)) return false;
  const beside = [at - 1, at + 1].some(
    (other) => scene.taken.has(other) && scene.marks[other]?.meaning.kind === 'value',
  );
  const before = scene.marks[at - 1]?.text ?? '';
  // "which errors do people get": whoever it is.
  if (/^(people|users|customers|visitors)$/i.test(scene.marks[at]?.text ?? '') && /^(do|did|does)$/i.test(before))
    return false;
  return !beside && (/^(the|each|per|by|and|all|every)$/i.test(before) || scene.marks[at]?.plural === true);
};

/** Words that mean something and found no place in the query. */
export const ignoredMarks = (scene: Scene): readonly Mark[] =>
  scene.marks.filter((mark, at) => {
    if (scene.taken.has(at) || weightOf(mark) === 0) return false;
    const { meaning } = mark;
    // A thing of its own ("the user") that found no place is missing; what only describes is not.
    if (meaning.kind === 'concept' && meaning.concept.kind === 'role') return isThing(scene, at, meaning.concept.role);
    return (
      meaning.kind !== 'concept' ||
      !/^(role|exists|compare|text|presence|negation|group)$/.test(meaning.concept.kind) ||
      meaning.concept.kind === 'negation'
    );
  });

/** The share of what was said that the query uses, 0 to 1. */
export const coverageOf = (scene: Scene): number => {
  let total = 0;
  let used = 0;
  for (const [at, mark] of scene.marks.entries()) {
    const weight = weightOf(mark);
    total += weight;
    if (scene.taken.has(at)) used += weight;
  }
  return total === 0 ? (scene.marks.length > 0 ? 0.9 : 0) : used / total;
};
