import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { deedStem } from '../catalog/event-codes.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { FieldLink } from './mark.ts';
import type { Piece } from './piece.ts';

/** "pass" and "passed", "completion" and "completed". */
const isDeedOf = (word: string, flag: string): boolean =>
  flag === `${word}ed` || flag === `${word}d` || deedStem(word) === deedStem(flag);

const flagsOf = (word: string, index: CatalogIndex): readonly (FieldLink & { readonly of: string })[] =>
  (['logs', 'spans'] as const).flatMap((dataset) =>
    index[dataset].fields.flatMap(({ ref, name }) => {
      const words = nameWords(name);
      const told = ref.type === 'bool' && isDeedOf(word, (words.at(-1) ?? '').toLowerCase());
      return told ? [{ dataset, field: ref, of: words.length > 1 ? wordForm(words[0] ?? '') : '' }] : [];
    }),
  );

/** "pass rate", "quiz pass rate" of the flag `quiz.passed`: the share of those that it holds of. */
export const flagRate = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind !== 'word' || second === undefined) return null;
  const isRate = (token: Token | undefined): boolean => /^(?:rate|ratio)$/.test(token?.norm ?? '');
  if (isRate(second) && conceptOf(first.norm) === null) {
    const links = flagsOf(first.text.toLowerCase(), index);
    return links.length === 1 ? { to: at + 1, weight: 1.3, meaning: { kind: 'field', links } } : null;
  }
  if (!isRate(tokens[at + 2]) || second.kind !== 'word' || conceptOf(second.norm) !== null) return null;
  const links = flagsOf(second.text.toLowerCase(), index).filter(({ of }) => of === first.norm);
  return links.length === 1 ? { to: at + 2, weight: 3, meaning: { kind: 'field', links } } : null;
};
