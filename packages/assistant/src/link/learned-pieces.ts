import { keyOfPhrase } from '../learning/alias-phrase.ts';
import { findAliases, isAvoided, type LearnedIndex } from '../learning/learned-index.ts';
import type { Token } from '../tokens/token.ts';
import type { Mark } from './mark.ts';
import type { Piece } from './piece.ts';

/** What a link loses that was wrong before: another link of the same words then comes first. */
const avoidedLoss = 0.4;

/** The words of aliases as pieces: likelier than any guess that the same words allow. */
export const aliasPieces = (
  tokens: readonly Token[],
  learned: LearnedIndex,
): readonly (Piece & { readonly from: number })[] =>
  findAliases(tokens, learned).map(({ from, to, entry: { meaning, note } }) => ({
    from,
    to,
    meaning,
    note,
    weight: 1.2 * (to - from) + 0.4 * (to - from - 1) + 0.5,
  }));

/** The mark with what was wrong before behind what was not. */
export const avoidedLast = (mark: Mark, learned: LearnedIndex): Mark => {
  const { meaning } = mark;
  if (meaning.kind !== 'value' || learned.avoided.size === 0 || mark.note !== undefined) return mark;
  const key = keyOfPhrase(mark.text);
  if (!meaning.links.some((link) => isAvoided(learned, key, link.field, link.value))) return mark;
  const links = meaning.links
    .map((link) =>
      isAvoided(learned, key, link.field, link.value) ? { ...link, score: link.score - avoidedLoss } : link,
    )
    .sort((a, b) => b.score - a.score);
  return { ...mark, meaning: { ...meaning, links } };
};
