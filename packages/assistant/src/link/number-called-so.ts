import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Token } from '../tokens/token.ts';

const RECORDS = /^(?:item|entry|row|line|record|unit|piece|hit|event)$/;
const FIGURE = /^(?:average|avg|mean|median|max|maximum|min|minimum|total|sum)$/;
const BOUND = /^(?:than|over|above|under|below|least|most)$/;

/** "average items per region", "more than 10 items": a number that is called as records are, where a figure of it is asked for. */
export const numberCalledSo = (tokens: readonly Token[], at: number, index: CatalogIndex): boolean => {
  const word = tokens[at]?.norm ?? '';
  const named = RECORDS.test(word)
    ? (index.fieldNames.get(tokens[at]?.text.toLowerCase() ?? '') ?? index.fieldNames.get(word))
    : [];
  if (named === undefined || !named.some(({ field }) => field.type === 'number')) return false;
  const lead = tokens.slice(0, at).findLast(({ norm }) => !/^(?:of|the)$/.test(norm));
  const isBound = lead?.kind === 'number' && BOUND.test(tokens[at - 2]?.norm ?? '');
  return isBound || FIGURE.test(lead?.norm ?? '');
};
