import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { perIndex } from '../catalog/per-index.ts';
import { conceptOf } from '../lexicon/lexicon.ts';
import { wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { ValueLink } from './mark.ts';
import type { Piece } from './piece.ts';

const NAME = /^(?:[A-Z][a-z]+){2,}$/;
const ERRORS = /^(?:error|failure|exception|problem|issue)$/;

/** First word of the name of an error → the values that begin with it. */
const byFirstWord = perIndex((index): ReadonlyMap<string, readonly ValueLink[]> => {
  const names = new Map<string, ValueLink[]>();
  for (const entries of index.values.values())
    for (const { dataset, field, value } of entries) {
      const [first] = NAME.test(value) ? (value.match(/[A-Z][a-z]+/g) ?? []) : [];
      const key = first === undefined ? '' : wordForm(first);
      if (key !== '')
        names.set(key, [...(names.get(key) ?? []), { dataset, field, value, score: 0.68, guessed: true }]);
    }
  return names;
});

/** "OCR errors" are the error `OcrFailed`, where no other begins so and nothing else is called by the word. */
export const errorByFirstWord = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const token = tokens[at];
  if (token?.kind !== 'word' || !ERRORS.test(tokens[at + 1]?.norm ?? '') || conceptOf(token.norm) !== null) return null;
  const links = byFirstWord(index).get(token.norm) ?? [];
  const only = new Set(links.map(({ value }) => value)).size === 1;
  return only ? { to: at + 1, weight: 0.6, meaning: { kind: 'value', links } } : null;
};
