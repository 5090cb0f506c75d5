import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { nameWords } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';

/** "cache hits", "cache miss ratio" are the values `HIT` and `MISS` of `cache_status`, where no flag tells which it was. */
export const hitOrMiss = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const [thing, said] = [tokens[at], tokens[at + 1]];
  if (thing?.kind !== 'word' || !/^(?:hit|miss)$/.test(said?.norm ?? '')) return null;
  const links = (['logs', 'spans'] as const).flatMap((dataset) =>
    index[dataset].fields.flatMap(({ ref, name, source }): readonly ValueLink[] => {
      const own = ref.type === 'string' && nameWords(name)[0]?.toLowerCase() === thing.norm ? source.values : [];
      const found = own.find(({ value }) => value.toLowerCase() === said?.norm);
      return found === undefined ? [] : [{ dataset, field: ref, value: found.value, score: 0.95, guessed: false }];
    }),
  );
  return links.length === 0 ? null : { to: at + 2, weight: 3, meaning: { kind: 'value', links } };
};
