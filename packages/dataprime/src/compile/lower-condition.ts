import type { TypedExpr } from '../check/checked.ts';
import { severityCode } from '../types/severity.ts';
import { COMPARISONS } from './comparisons.ts';
import type { LowerContext } from './lower-context.ts';
import { lowerSearchCondition } from './lower-search.ts';
import { lowerMembership } from './lower-subquery.ts';
import { call, infix } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import type { Comparison } from './storage.ts';

const FALSE: SqlExpr = { kind: 'bool', value: false };

/** The literals a text field is compared with by `==` or `in`; null for any other condition. */
const literalOptions = (
  expr: TypedExpr,
): { readonly field: TypedExpr & { kind: 'field' }; readonly literals: readonly string[] } | null => {
  const sides =
    expr.kind === 'binary' && expr.op === '=='
      ? [expr.left, expr.right]
      : expr.kind === 'call' && expr.fn.name === 'in'
        ? expr.args
        : [];
  const field = sides.find((side) => side?.kind === 'field');
  const others = sides.filter((side) => side !== field);
  if (field?.kind !== 'field' || field.type.kind !== 'string' || (expr.kind === 'call' && sides[0] !== field))
    return null;
  const literals = others.map((side) => (side?.kind === 'string' ? side.value : null));
  return literals.every((literal) => literal !== null) ? { field, literals } : null;
};

const CONVERSE: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const constantOf = (expr: TypedExpr): number | null =>
  expr.kind === 'number' && Number.isFinite(expr.value)
    ? expr.value
    : expr.kind === 'severity'
      ? severityCode(expr.name)
      : null;

/** A number or severity compared with a constant, where the table knows a faster way. */
const fastComparison = (expr: TypedExpr, context: LowerContext): SqlExpr | null => {
  const op = expr.kind === 'binary' ? COMPARISONS[expr.op] : undefined;
  if (expr.kind !== 'binary' || op === undefined) return null;
  const [field, other, as] =
    expr.left.kind === 'field' ? [expr.left, expr.right, op] : [expr.right, expr.left, CONVERSE[op]];
  const constant = constantOf(other);
  if (field.kind !== 'field' || field.type.kind !== other.type.kind || constant === null) return null;
  return context.table.compares(field.root, field.path, as, constant);
};

/** A comparison the table answers from an index or a bare map; true or false, never null. */
const fastTest = (expr: TypedExpr, context: LowerContext): SqlExpr | null => {
  const options = literalOptions(expr);
  return options === null
    ? fastComparison(expr, context)
    : context.table.isOneOf(options.field.root, options.field.path, options.literals);
};

/**
 * A condition in whose place null reads as false (§2.4). `exact`: the result must be true or false, as under `!` or
 * in a result; elsewhere (WHERE) null already reads as false.
 */
export const lowerCondition = (expr: TypedExpr, context: LowerContext, exact: boolean): SqlExpr => {
  if (expr.kind === 'binary' && (expr.op === '&&' || expr.op === '||')) {
    const left = lowerCondition(expr.left, context, exact);
    const right = lowerCondition(expr.right, context, exact);
    return infix(expr.op === '&&' ? 'AND' : 'OR', left, right);
  }
  if (expr.kind === 'not') return call('not', lowerCondition(expr.operand, context, true));
  if (expr.kind === 'bool') return { kind: 'bool', value: expr.value };
  if (expr.kind === 'binary' && (expr.op === '~' || expr.op === '~~')) {
    const found = lowerSearchCondition(expr, context);
    return exact ? call('ifNull', found, FALSE) : found;
  }
  const fast = fastTest(expr, context);
  if (fast !== null) return fast;
  const member = lowerMembership(expr, context);
  if (member !== null) return exact ? call('ifNull', member, FALSE) : member;
  const { sql } = context.lower(expr, context);
  return exact ? call('ifNull', sql, FALSE) : sql;
};
