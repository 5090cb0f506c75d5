import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';

/** "us-east" is `us-east-1` where no other region begins so. */
const beginsOne = (token: Token, at: number, index: CatalogIndex): Piece | null => {
  const begin = `${token.text.toLowerCase()}-`;
  const links = (['logs', 'spans'] as const).flatMap((dataset): readonly ValueLink[] => {
    const regions = [...index.values.values()]
      .flat()
      .filter(({ dataset: own, field }) => own === dataset && field.role === 'region');
    const [only, ...others] = regions.filter(({ value }) => value.toLowerCase().startsWith(begin));
    return only !== undefined && others.length === 0 ? [{ ...only, score: 0.8, guessed: true }] : [];
  });
  return links.length === 0 ? null : { to: at + 1, weight: 1.6, meaning: { kind: 'value', links } };
};

/** "the us region": two letters are a place only beside the word. */
export const regionPiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const token = tokens[at];
  const beside = [tokens[at + 1], tokens[at - 1]].some((other) => other?.norm === 'region');
  if (token?.kind === 'word' && /^[a-z]{2,}-[a-z]{2,}$/i.test(token.text)) return beginsOne(token, at, index);
  if (token?.kind !== 'word' || !beside || token.norm === 'region') return null;
  const links = (index.valuesByPart.get(token.norm) ?? []).filter((entry) => entry.field.role === 'region');
  const found = (['logs', 'spans'] as const).flatMap((dataset): readonly ValueLink[] => {
    const own = links.filter((entry) => entry.dataset === dataset);
    // Of several regions none is meant more than the others.
    const [only] = own;
    return own.length === 1 && only !== undefined ? [{ ...only, score: 0.7, guessed: true }] : [];
  });
  if (found.length > 0) return { to: at + 1, weight: 1.6, meaning: { kind: 'value', links: found } };
  return links.length > 1 ? { to: at + 1, weight: 1.6, meaning: { kind: 'unknown' } } : null;
};
