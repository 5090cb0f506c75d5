import type { CatalogIndex } from './catalog-index.ts';

/** What is made of a catalog, made once for each. */
export const perIndex = <T>(make: (index: CatalogIndex) => T): ((index: CatalogIndex) => T) => {
  const made = new WeakMap<CatalogIndex, { readonly of: T }>();
  return (index) => {
    const known = made.get(index) ?? { of: make(index) };
    made.set(index, known);
    return known.of;
  };
};
