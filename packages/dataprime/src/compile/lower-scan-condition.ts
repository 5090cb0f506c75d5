import type { TypedExpr } from '../check/checked.ts';
import { phraseRegex, phraseWords } from '../functions/text-search.ts';
import { lowerCondition } from './lower-condition.ts';
import type { LowerContext } from './lower-context.ts';
import { call, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';

/**
 * A condition on the rows of the table, as conditions that all must hold; null reads as false. A phrase in a text is
 * looked for by its words in the table's index first: rows that lack one of them are never read. What remains is
 * compared exactly; a row without the field has the empty text there, in which no phrase is found.
 */
export const lowerScanCondition = (expr: TypedExpr, context: LowerContext): readonly SqlExpr[] => {
  const indexed = expr.kind === 'binary' && expr.op === '~' ? lowerIndexedSearch(expr, context) : null;
  return indexed ?? [lowerCondition(expr, context, false)];
};

const lowerIndexedSearch = (
  { left, right }: TypedExpr & { readonly kind: 'binary' },
  { table }: LowerContext,
): readonly SqlExpr[] | null => {
  if (left.kind !== 'field' || left.type.kind !== 'string' || right.kind !== 'string') return null;
  const regex = phraseRegex(right.value);
  const words = phraseWords(right.value).map((word) => word.toLowerCase());
  const place = table.wordsIn(left.root, left.path, words);
  return regex === null || place === null ? null : [place.present, call('match', place.text, str(regex))];
};
