import type { TypedExpr } from '../check/checked.ts';
import { searchValue } from '../functions/text-search.ts';
import { STRING } from '../types/type.ts';
import type { LowerContext } from './lower-context.ts';
import { call, iff, SQL_NULL } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import { nullTest } from './value.ts';

type Search = TypedExpr & { readonly kind: 'binary' };

/**
 * A search where null reads as false. Most values that are searched are text: those are found where text is stored, and only the rest as JSON.
 */
export const lowerSearchCondition = ({ left, right }: Search, context: LowerContext): SqlExpr => {
  const phrase = right.kind === 'string' ? right.value : '';
  const anywhere = searchValue(context.lower(left, context), phrase);
  if (left.kind !== 'field' || left.type.kind !== 'unknown') return anywhere;
  const text = context.lower({ ...left, type: STRING }, context);
  return iff(call('isNotNull', text.sql), searchValue(text, phrase), anywhere);
};

/** A search as a value: null where there is nothing to search. */
export const lowerSearch = (expr: Search, context: LowerContext): SqlExpr => {
  const absent = nullTest(context.lower(expr.left, context));
  const found = lowerSearchCondition(expr, context);
  return absent === null ? found : iff(absent, SQL_NULL, found);
};
