import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { exactValues } from './link-values.ts';
import type { Piece } from './piece.ts';

/** These ask for the things, each by what tells which one it is. */
const ASKS = /^(?:which|what|each|every|by|per|many|different|distinct|unique|top|most)$/;
const TELLS_KIND = /^(?:kind|type|class|category|priority|make|model|size|sort|grade|tier|segment)$/;

const isService = (noun: Token, index: CatalogIndex): boolean =>
  [noun.norm, noun.text.toLowerCase()].some((word) =>
    (index.values.get(word) ?? []).some(({ field }) => /^(?:service|app)$/.test(field.role ?? '')),
  );

/** "milling machines", "rush orders": those of which `machine.kind` says so, and the noun says what it is the kind of. */
export const thingOfKind = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const [value, noun] = [tokens[at], tokens[at + 1]];
  if (value?.kind !== 'word' || noun?.kind !== 'word' || ASKS.test(tokens[at - 1]?.norm ?? '')) return null;
  if (conceptOf(value.norm) !== null || isService(noun, index)) return null;
  const links = exactValues([value], index).filter(({ field, dataset }) => {
    const entry = index[dataset].fields.find(({ ref }) => ref === field);
    const [last = '', of] = nameWords(entry?.name ?? '')
      .map(wordForm)
      .toReversed();
    return field.role === null && of === noun.norm && TELLS_KIND.test(last);
  });
  return links.length === 0 ? null : { to: at + 2, weight: 3.6, meaning: { kind: 'value', links } };
};
