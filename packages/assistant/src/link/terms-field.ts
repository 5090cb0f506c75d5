import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { perIndex } from '../catalog/per-index.ts';
import type { FieldRef } from '../ir/field-ref.ts';
import { nameWords } from '../tokens/normal-form.ts';

const TERMS = /^(?:terms?|keywords?|search ?(?:terms?|query|phrase|text|words?))$/;

/** Whether it holds what people typed to search for: `lookup.terms`, `search_term`, `search.query`. */
export const isTerms = (field: FieldRef): boolean => {
  const words = field.path.flatMap(nameWords).map((word) => word.toLowerCase());
  const last = nameWords(field.path.at(-1) ?? '')
    .join(' ')
    .toLowerCase();
  return (
    field.root === 'd' &&
    field.type === 'string' &&
    (TERMS.test(last) || (/^(?:query|phrase|text|words?)$/.test(last) && words.includes('search')))
  );
};

/** The last word of the name of the one field that holds what was searched for; null without one. */
export const termWord: (index: CatalogIndex) => string | null = perIndex((index): string | null => {
  const found = index.logs.fields.filter(({ ref }) => isTerms(ref));
  const [only] = found;
  return only === undefined || found.length > 1 ? null : (nameWords(only.ref.path.at(-1) ?? '').at(-1) ?? null);
});
