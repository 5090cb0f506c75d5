import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { nameWords } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { exactValues } from './link-values.ts';
import type { Piece } from './piece.ts';

const LEADS = /^(?:because of|due to|owing to|on account of|as a result of)$/;
const ARTICLE = /^(?:the|a|an|their|his|her|its|our|too)$/;
const TELLS_WHY = /^(?:reason|reasons|cause|causes|why|motive|grounds)$/;
const wordsMax = 4;

const textOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(Math.max(0, from), to)
    .map(({ text }) => text.toLowerCase())
    .join(' ');

/** Whether words that say why end right before. */
const isCause = (tokens: readonly Token[], at: number): boolean => {
  const end = ARTICLE.test(tokens[at - 1]?.text.toLowerCase() ?? '') ? at - 1 : at;
  return [end, at].some((place) => [2, 3, 4].some((length) => LEADS.test(textOf(tokens, place - length, place))));
};

/** "cancelled because of the price per country": the reason that was given, though a number is called so too. */
export const becauseOf = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  if (tokens[at]?.kind !== 'word' || !isCause(tokens, at)) return null;
  for (let length = wordsMax; length >= 1; length--) {
    const run = tokens.slice(at, at + length);
    if (run.length < length || run.some(({ kind }) => kind !== 'word')) continue;
    const links = exactValues(run, index).filter(({ field }) =>
      nameWords(field.path.at(-1) ?? '').some((word) => TELLS_WHY.test(word.toLowerCase())),
    );
    if (links.length > 0) return { to: at + length, weight: 1.9 * length, meaning: { kind: 'value', links } };
  }
  return null;
};
