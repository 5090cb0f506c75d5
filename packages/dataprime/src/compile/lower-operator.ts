import type { TypedExpr } from '../check/checked.ts';
import { wholeNanos } from '../functions/time.ts';
import { addNanos, floorTo } from '../functions/time-sql.ts';
import { BOOL } from '../types/type.ts';
import { COMPARISONS } from './comparisons.ts';
import { lowerCondition } from './lower-condition.ts';
import type { LowerContext } from './lower-context.ts';
import { lowerSearch } from './lower-search.ts';
import { call, iff, infix, int, num, SQL_NULL, unsignedZero } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import { type Value, value } from './value.ts';

type Binary = TypedExpr & { readonly kind: 'binary' };

const finite = (sql: SqlExpr): SqlExpr => iff(call('isFinite', sql), sql, SQL_NULL);
const double = (side: Value): SqlExpr => (side.type.kind === 'number' ? side.sql : call('toFloat64', side.sql));

/** A product or quotient; of a number and one above 0 it has the sign of the number, which is not that of `-0`. */
const signed = (op: '*' | '/', left: SqlExpr, right: SqlExpr): SqlExpr => {
  const result = infix(op, left, right);
  return [left, right].some((side) => side.kind === 'number' && side.value > 0) ? result : unsignedZero(result);
};

const divide = (left: Value, right: Value): SqlExpr => {
  if (left.type.kind === 'timestamp') return floorTo(left.sql, right.sql);
  const divisor =
    right.sql.kind === 'number' && right.sql.value !== 0 ? right.sql : call('nullIf', double(right), num(0));
  return left.type.kind === 'interval' && right.type.kind === 'number'
    ? wholeNanos(infix('/', double(left), divisor))
    : signed('/', double(left), divisor);
};

const multiply = (left: Value, right: Value): SqlExpr =>
  left.type.kind === 'interval' || right.type.kind === 'interval'
    ? wholeNanos(infix('*', double(left), double(right)))
    : finite(signed('*', left.sql, right.sql));

const arithmetic = (op: string, left: Value, right: Value): SqlExpr => {
  switch (op) {
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right);
    case '%':
      return unsignedZero(infix('%', left.sql, call('nullIf', right.sql, num(0))));
    default:
      return left.type.kind === 'number'
        ? infix(op === '+' ? '+' : '-', left.sql, right.sql)
        : addNanos(op === '+' ? '+' : '-', left.sql, right.sql);
  }
};

/** A binary operator on two lowered values. */
export const lowerBinary = (expr: Binary, context: LowerContext): Value => {
  if (expr.op === '&&' || expr.op === '||') return value(BOOL, lowerCondition(expr, context, true));
  if (expr.op === '~' || expr.op === '~~') return value(BOOL, lowerSearch(expr, context));
  const left = context.lower(expr.left, context);
  const right = context.lower(expr.right, context);
  const comparison = COMPARISONS[expr.op];
  if (comparison !== undefined) return value(BOOL, infix(comparison, left.sql, right.sql));
  return value(expr.type, arithmetic(expr.op, left, right));
};

export const lowerNegate = (operand: Value): SqlExpr =>
  operand.type.kind === 'interval' ? infix('-', int(0n), operand.sql) : infix('-', num(0), operand.sql);
