import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { exactValues } from './link-values.ts';
import type { Piece } from './piece.ts';
import { isTerms, termWord } from './terms-field.ts';

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

const SEARCHES = /^(?:search|searches|lookup|lookups|queries)$/i;
const BETWEEN = /^(?:the|a|an|term|word|phrase|text|keyword)$/;
const wordsMax = 4;

const unquoted = (token: Token): Token => (token.kind === 'quoted' ? { ...token, text: token.value } : token);

/** "any searches for "bus lane"": those whose terms it is, where a field holds them and has it, and no text of messages. */
export const searchesFor = (tokens: readonly Token[], at: number, index: CatalogIndex): Piece | null => {
  if (!SEARCHES.test(tokens[at]?.text ?? '') || tokens[at + 1]?.norm !== 'for' || termWord(index) === null) return null;
  let from = at + 2;
  while (BETWEEN.test(tokens[from]?.norm ?? '')) from += 1;
  for (let length = wordsMax; length >= 1; length--) {
    const run = tokens.slice(from, from + length);
    if (run.length < length || run.some(({ kind }) => !/^(?:word|number|quoted)$/.test(kind))) continue;
    const links = exactValues(run.map(unquoted), index).filter(({ field }) => isTerms(field));
    if (links.length > 0)
      return { to: from + length, weight: 1.6 * (from + length - at), meaning: { kind: 'value', links } };
  }
  return null;
};
