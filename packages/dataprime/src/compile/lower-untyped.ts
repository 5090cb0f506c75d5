import type { TypedExpr } from '../check/checked.ts';
import { BOOL, NUMBER, STRING, type Type, UNKNOWN } from '../types/type.ts';
import { toJson, use } from './convert.ts';
import type { LowerContext } from './lower-context.ts';
import { aggregateCall, any, bool, call, num, str } from './sql-build.ts';
import type { SqlExpr, SqlOrder } from './sql-tree.ts';
import { type Value, value } from './value.ts';

/** A value of unknown type read as a type; a stored field is read where that type is stored. */
const readAs = (expr: TypedExpr, type: Type, context: LowerContext): SqlExpr =>
  expr.kind === 'field' || expr.kind === 'column' || expr.kind === 'access'
    ? context.lower({ ...expr, type }, context).sql
    : use(context.lower(expr, context), type).sql;

/** What orders values of unknown type: numbers by size, then text by its characters, then false before true. */
export const untypedOrder = (expr: TypedExpr, descending: boolean, context: LowerContext): readonly SqlOrder[] => [
  { expr: readAs(expr, NUMBER, context), descending },
  { expr: readAs(expr, STRING, context), descending },
  { expr: readAs(expr, BOOL, context), descending },
];

/** One value by which an aggregation can tell the larger of two values of unknown type. */
const orderTuple = (number: SqlExpr, text: SqlExpr, truth: SqlExpr): SqlExpr =>
  call(
    'tuple',
    call('ifNull', number, num(-Number.MAX_VALUE)),
    call('ifNull', text, str('')),
    call('ifNull', truth, bool(false)),
  );

/** `min`, `max`, `min_by` and `max_by` over values of unknown type: as numbers where they are, else as text, else as truth values. */
export const lowerUntypedExtreme = (
  expr: TypedExpr & { readonly kind: 'call' },
  values: readonly (Value | null)[],
  context: LowerContext,
): Value | null => {
  const [first, second] = values;
  const [key] = expr.args;
  if (expr.fn.family !== 'aggregation' || key == null || first == null || first.type.kind !== 'unknown') return null;
  const asNumber = readAs(key, NUMBER, context);
  const asString = readAs(key, STRING, context);
  const asBool = readAs(key, BOOL, context);
  switch (expr.fn.name) {
    case 'min':
    case 'max': {
      const name = `${expr.fn.name}OrNull`;
      const number = toJson(value(NUMBER, aggregateCall(name, [], asNumber))).sql;
      const text = toJson(value(STRING, aggregateCall(name, [], asString))).sql;
      const truth = toJson(value(BOOL, aggregateCall(name, [], asBool))).sql;
      return value(UNKNOWN, call('coalesce', number, text, truth));
    }
    case 'min_by':
    case 'max_by': {
      if (second == null) return null;
      const name = expr.fn.name === 'min_by' ? 'argMinOrNullIf' : 'argMaxOrNullIf';
      const present = any([asNumber, asString, asBool].map((read) => call('isNotNull', read)));
      const item = second.type.kind === 'array' ? toJson(second) : second;
      const picked = value(
        item.type,
        aggregateCall(name, [], item.sql, orderTuple(asNumber, asString, asBool), present),
      );
      return use(picked, expr.type);
    }
    default:
      return null;
  }
};
