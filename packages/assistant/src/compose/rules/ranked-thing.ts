import { conceptAt, isGap, markAt, namesField, type Scene } from '../scene.ts';
import { ANYONE } from './ranking.ts';

const HEADS = /^(entity|role|severity|outcome|database|root-span)$/;
const DESCRIBES = /^(symptom|status|text)$/;

/** What the records themselves are called: "requests", "errors", "404s"; a value or a quoted text only describes them. */
const isHead = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  if (meaning?.kind === 'literal') return /^(plural-number|status-class)$/.test(meaning.token.kind);
  return HEADS.test(conceptAt(scene, at)?.kind ?? '') || namesField(scene, at);
};

const belongs = (scene: Scene, at: number): boolean => {
  const meaning = markAt(scene, at)?.meaning;
  // "the biggest upload anyone made": whoever made it is not what is ranked.
  if (ANYONE.test(markAt(scene, at)?.text ?? '')) return false;
  if (meaning?.kind === 'value' || meaning?.kind === 'message' || meaning?.kind === 'field') return true;
  if (meaning?.kind === 'literal') return true;
  return isHead(scene, at) || DESCRIBES.test(conceptAt(scene, at)?.kind ?? '');
};

const isStatus = (scene: Scene, at: number): boolean =>
  scene.preds.some((found) => found.source === 'status' && found.at === at);

/**
 * The noun of the phrase after a superlative: "newest 'no such page' entries", "the slowest checkout", "last 503 response".
 * -1 where something else follows.
 */
export const rankedThing = (scene: Scene, at: number): number => {
  let from = at + 1;
  while (
    conceptAt(scene, from)?.kind === 'filler' ||
    conceptAt(scene, from)?.kind === 'superlative' ||
    (markAt(scene, from)?.meaning.kind === 'amount' && !isStatus(scene, from))
  )
    from += 1;
  if (isStatus(scene, from) && !belongs(scene, from + 1)) return from;
  if (isStatus(scene, from)) from += 1;
  let end = from;
  while (belongs(scene, end)) end += 1;
  if (end === from || isGap(scene, from)) return -1;
  for (let index = end - 1; index >= from; index--) if (isHead(scene, index)) return index;
  return end - 1;
};
