import { osaDistance } from './osa-distance.ts';

export interface ClosestOptions {
  /** The largest number of edits that still counts as the same word; by default a third of the word, at least 1. */
  readonly maxDistance?: number;
}

/** Longer words are cut off: nobody is helped by a suggestion for them, and the distance costs their product. */
const wordLengthMax = 128;

/**
 * The candidate a mistyped word most likely stands for, or null. Letters' case is compared first with, then without
 * its weight: a word that differs only in case is nearest. Among equals the earlier candidate wins.
 */
export const closest = (word: string, candidates: Iterable<string>, options: ClosestOptions = {}): string | null => {
  if (word.length === 0 || word.length > wordLengthMax) return null;
  const max = options.maxDistance ?? Math.max(1, Math.floor(word.length / 3));
  const lower = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = max + 1;
  for (const candidate of candidates) {
    if (candidate === word) return candidate;
    if (candidate.length > wordLengthMax) continue;
    const folded = candidate.toLowerCase();
    // A word replaced as a whole is another word, not a typing mistake.
    const distance = folded === lower ? 0 : osaDistance(lower, folded, bestDistance - 1);
    if (distance < bestDistance && distance < word.length) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
};
