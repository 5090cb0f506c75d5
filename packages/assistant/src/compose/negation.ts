import type { Meaning } from '../link/mark.ts';
import { conceptAt, isGap, linksAt, markAt, namesField, type Scene, take } from './scene.ts';

const isJoiner = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'conjunction' || markAt(scene, at)?.text === ',';

const saysText = (meaning: Meaning | undefined): boolean =>
  meaning?.kind === 'message' ||
  (meaning?.kind === 'concept' && meaning.concept.kind === 'symptom') ||
  (meaning?.kind === 'literal' && meaning.token.kind === 'quoted');

/** Two marks of one list: "except checkout and cart". */
const sameKind = (scene: Scene, a: number, b: number): boolean => {
  const one = markAt(scene, a)?.meaning;
  const two = markAt(scene, b)?.meaning;
  if (one?.kind === 'value' && two?.kind === 'value')
    return linksAt(scene, a)[0]?.field.role === linksAt(scene, b)[0]?.field.role;
  if (saysText(one) && saysText(two)) return true;
  if (one?.kind === 'concept' && two?.kind === 'concept')
    return one.concept.kind === two.concept.kind && one.concept.kind === 'severity';
  return one?.kind === 'literal' && two?.kind === 'literal';
};

/** Whether a negation governs the mark: directly before it, across words that carry nothing, or through its list. */
export const isNegated = (scene: Scene, at: number): boolean => {
  // "queue-service excluded"
  if (/^(excluded|exempt|aside|not included)$/i.test(markAt(scene, at + 1)?.text ?? '')) {
    take(scene, at + 1);
    return true;
  }
  let index = at - 1;
  let joined = false;
  let passed = false;
  while (index >= 0) {
    const kind = conceptAt(scene, index)?.kind;
    // "without user id on checkout": what is missing is the id.
    if (passed && namesField(scene, index)) return false;
    // "without a partner name hit partner-gw": what is missing has been found.
    if (scene.preds.some((found) => found.source === 'presence' && found.at === index)) return false;
    if (kind === 'preposition') passed = true;
    if (kind === 'negation') {
      take(scene, index);
      return true;
    }
    if (isJoiner(scene, index)) joined = true;
    else if (joined && sameKind(scene, index, at)) joined = false;
    else if (joined) return false;
    else if (
      !isGap(scene, index) &&
      kind !== 'with' &&
      kind !== 'text' &&
      kind !== 'entity' &&
      kind !== 'presence' &&
      !namesField(scene, index)
    )
      return false;
    index -= 1;
  }
  return false;
};
