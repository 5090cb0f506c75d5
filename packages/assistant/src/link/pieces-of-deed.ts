import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { perIndex } from '../catalog/per-index.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { FILLER, type FieldLink } from './mark.ts';
import type { Piece } from './piece.ts';
import { doneForms } from './turned-phrase.ts';

const BETWEEN = /^(?:that|which|we|is|are|was|were|been|being|has|have|had|get|got)$/;
const betweenMax = 2;

const isPlural = (token: Token): boolean => token.norm !== token.text.toLowerCase();

/** A number of which the last word says what is counted, and the one before what was done to it. */
interface CountedField {
  readonly link: FieldLink;
  readonly of: string;
  readonly last: string;
}

const numberFields = perIndex((index): readonly CountedField[] =>
  (['logs', 'spans'] as const).flatMap((dataset) =>
    index[dataset].fields.flatMap(({ ref, name }): readonly CountedField[] => {
      const [last = '', of] = nameWords(name).toReversed();
      if (of === undefined || ref.type !== 'number' || ref.role !== null) return [];
      return [{ link: { dataset, field: ref }, of, last: wordForm(last) }];
    }),
  ),
);

/** How many things a deed was done to: of "pieces" and "scrapped" the number `scrap.pieces`. */
const numbersOf = (things: Token | undefined, deed: Token | undefined, index: CatalogIndex): readonly FieldLink[] => {
  if (things?.kind !== 'word' || deed?.kind !== 'word' || !isPlural(things)) return [];
  if (conceptOf(deed.norm) !== null) return [];
  return numberFields(index)
    .filter(({ last, of }) => last === things.norm && doneForms(of).includes(deed.text.toLowerCase()))
    .map(({ link }) => link);
};

const MORE = /^(?:most|more|fewest|fewer|least|less)$/;

/** "scrapped the most pieces": the verb says no more than the number does. */
const deedOfMost = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const most = at + 1 + (tokens[at + 1]?.norm === 'the' ? 1 : 0);
  if (!MORE.test(tokens[most]?.norm ?? '') || numbersOf(tokens[most + 1], tokens[at], index).length === 0) return null;
  return { to: at + 1, weight: 1.6, meaning: FILLER };
};

/** "scrapped pieces", "pieces were scrapped" are one number, `scrap.pieces`, and no path that ends in "scrap". */
export const piecesOfDeed = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const deed = deedOfMost(tokens, at, index);
  if (deed !== null) return deed;
  const isDone = (token: Token | undefined): boolean => /(?:ed|en|t|d|ing)$/.test(token?.text ?? '');
  let behind = at + 1;
  while (BETWEEN.test(tokens[behind]?.norm ?? '') && behind <= at + betweenMax) behind += 1;
  const before = !isDone(tokens[at]) ? [] : numbersOf(tokens[at + 1], tokens[at], index);
  const after = isDone(tokens[behind]) ? numbersOf(tokens[at], tokens[behind], index) : [];
  const links = before.length > 0 ? before : after;
  const to = before.length > 0 ? at + 2 : behind + 1;
  return links.length === 0 ? null : { to, weight: 1.6 * (to - at), meaning: { kind: 'field', links } };
};
