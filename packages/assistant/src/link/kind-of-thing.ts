import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { Piece } from './piece.ts';

/** "each kind of feed" is `feed_kind`, where spans have a kind too: what it is a kind of stands behind it. */
export const kindOfThing = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const [kind, of, thing] = tokens.slice(at, at + 3);
  if (!/^(?:kind|type|sort|class|category)$/.test(kind?.norm ?? '') || of?.norm !== 'of' || thing?.kind !== 'word')
    return null;
  const names = [kind?.norm === 'sort' ? 'kind' : kind?.norm, 'kind', 'type'];
  const links = names
    .map((name) => index.fieldNames.get(joinedForm(`${thing.norm}${name}`)) ?? [])
    .map((found) => found.filter(({ field }) => field.type === 'string' && field.role === null))
    .find((found) => found.length > 0);
  return links === undefined ? null : { to: at + 3, weight: 4, meaning: { kind: 'field', links } };
};
