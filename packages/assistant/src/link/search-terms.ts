import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { Piece } from './piece.ts';

/** "which search terms": the words that were searched for, where a field is called as they are, and no order to search. */
export const searchTerms = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  const what = tokens[at + 1];
  const named =
    /^search(?:ed)?$/.test(tokens[at]?.norm ?? '') && /^(?:term|query|phrase|keyword)$/.test(what?.norm ?? '');
  const links = (index.fieldNames.get(joinedForm(what?.norm ?? '')) ?? []).filter(
    ({ field }) => field.type === 'string',
  );
  return named && links.length > 0 ? { to: at + 2, weight: 2.6, meaning: { kind: 'field', links } } : null;
};
