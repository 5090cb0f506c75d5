import type { Linked } from '../../link/link-question.ts';
import { guessIntent } from '../../router/guess-intent.ts';
import { tokenise } from '../../tokens/tokenise.ts';
import { MODEL_LIMITS } from '../limits.ts';
import { type Bm25, createBm25 } from './bm25.ts';
import { questionWords, storedWords } from './delexicalise.ts';
import { type FilledPair, fillPair } from './fill-pair.ts';
import type { SeedPair } from './seed-pair.ts';
import { SEED_PAIRS } from './seed-pairs.ts';
import { type Trigrams, trigramCosine, trigramsOf } from './trigrams.ts';

interface Stored {
  readonly pair: SeedPair;
  readonly grams: Trigrams;
  readonly intent: string;
}

const stored: readonly Stored[] = SEED_PAIRS.map((pair) => ({
  pair,
  grams: trigramsOf(storedWords(pair.question).join(' ')),
  intent: guessIntent(tokenise(pair.question)).type,
}));
const bm25: Bm25 = createBm25(SEED_PAIRS.map(({ question }) => storedWords(question)));

const TRIGRAM_WEIGHT = 0.8;
const FRAME_BONUS = 0.3;
/** How much being like an example that was taken already costs one. */
const SAMENESS_WEIGHT = 0.5;
/** Pairs that are looked at closely. */
const CANDIDATES_MAX = 40;

interface Ranked {
  readonly stored: Stored;
  readonly score: number;
}

const rank = (linked: Linked): readonly Ranked[] => {
  const words = questionWords(linked);
  const grams = trigramsOf(words.join(' '));
  const scores = bm25.score(words);
  const best = Math.max(...scores, Number.EPSILON);
  return stored
    .map((one, at) => ({
      stored: one,
      score:
        (scores[at] ?? 0) / best +
        TRIGRAM_WEIGHT * trigramCosine(grams, one.grams) +
        (one.intent === linked.routed.intent.type ? FRAME_BONUS : 0),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES_MAX);
};

const sameness = (one: Stored, taken: readonly Stored[]): number =>
  Math.max(0, ...taken.map((other) => trigramCosine(one.grams, other.grams)));

/** The next best that differs from what was taken: five questions of one kind teach one thing. */
const nextOf = (left: readonly Ranked[], taken: readonly Stored[]): Ranked | null => {
  let best: Ranked | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const one of left) {
    const score = one.score - SAMENESS_WEIGHT * sameness(one.stored, taken);
    if (score > bestScore) {
      best = one;
      bestScore = score;
    }
  }
  return best;
};

/** Examples like the question, in the fields of the data, the most alike first. Deterministic. */
export const retrieveExamples = (linked: Linked): readonly FilledPair[] => {
  let left = rank(linked);
  const taken: Stored[] = [];
  const examples: FilledPair[] = [];
  while (examples.length < MODEL_LIMITS.examplesMax) {
    const next = nextOf(left, taken);
    if (next === null) break;
    left = left.filter((one) => one !== next);
    const filled = fillPair(next.stored.pair, linked.index);
    if (filled === null) continue;
    taken.push(next.stored);
    examples.push(filled);
  }
  return examples;
};
