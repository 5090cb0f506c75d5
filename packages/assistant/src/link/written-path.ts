import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { exactValues } from './link-values.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';

const endScore = 0.8;

/** Paths that end so: `/login` where the data has `/v2/login`; the shortest is the thing itself. */
const endingSo = ({ text }: Token, index: CatalogIndex): readonly ValueLink[] =>
  (index.pathsByEnd.get(wordForm(joinedForm(text))) ?? [])
    .filter(({ value }) => value.toLowerCase().endsWith(text.toLowerCase()))
    .toSorted((a, b) => a.value.length - b.value.length)
    .map((entry) => ({ ...entry, score: endScore - entry.value.length / 1000, guessed: true }));

/** "/orders" is a path, whatever service is called so; null where the data has none, and the path stays as it is written. */
export const writtenPath = (token: Token, at: number, index: CatalogIndex): Piece | null => {
  const exact = exactValues([token], index).filter(({ value }) => value.includes('/'));
  const links = exact.length > 0 ? exact : endingSo(token, index);
  return links.length === 0 ? null : { to: at + 1, weight: 2.2, meaning: { kind: 'value', links } };
};
