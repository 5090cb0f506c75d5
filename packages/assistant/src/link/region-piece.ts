import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';

/** "the us region": two letters are a place only beside the word. */
export const regionPiece = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const token = tokens[at];
  const beside = [tokens[at + 1], tokens[at - 1]].some((other) => other?.norm === 'region');
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
