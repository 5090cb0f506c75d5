import type { TypedExpr } from '../check/checked.ts';
import type { FunctionDef, LiteralArgument, LowerCall } from '../functions/function-def.ts';
import { cast, fromJson } from './convert.ts';
import type { LowerContext } from './lower-context.ts';
import { lowerUntypedExtreme } from './lower-untyped.ts';
import { call, iff, isLiteralSql, SQL_NULL } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import { nothing } from './typed-null.ts';
import { anyNull, type Value, value } from './value.ts';

type Call = TypedExpr & { readonly kind: 'call' };

const literalOf = (expr: TypedExpr | null | undefined): LiteralArgument | null => {
  switch (expr?.kind) {
    case 'string':
    case 'number':
    case 'bool':
      return expr.value;
    case 'interval':
      return expr.nanos;
    case 'regexp':
      return expr.pattern;
    case undefined:
    case 'access':
    case 'array':
    case 'binary':
    case 'call':
    case 'case':
    case 'cast':
    case 'column':
    case 'field':
    case 'negate':
    case 'not':
    case 'null':
    case 'object':
    case 'parameter':
    case 'presence':
    case 'severity':
    case 'subquery':
    case 'template':
    case 'timestamp':
    case 'use':
      return null;
  }
};

const isValue = (result: SqlExpr | Value): result is Value => 'sql' in result;

/** Arguments an engine function may get although it refuses nulls: the guard around the call takes those rows out. */
const guarded = (operand: Value): Value =>
  operand.type.kind === 'array' || isLiteralSql(operand.sql)
    ? operand
    : { ...operand, sql: call('assumeNotNull', operand.sql) };

const run = (fn: FunctionDef, expr: Call, values: readonly (Value | null)[], context: LowerContext): Value => {
  const lowered: LowerCall = {
    args: values.filter((item) => item !== null).map(({ sql }) => sql),
    values,
    type: expr.type,
    literal: (name) => literalOf(expr.args[fn.parameters.findIndex((parameter) => parameter.name === name)]),
    nowNanos: context.context.nowNanos,
    seed: context.seed,
    matchesWholeText: context.context.matchesWholeText !== false,
  };
  const result = fn.lower?.(lowered) ?? SQL_NULL;
  if (isValue(result)) return result;
  return result.kind === 'null' ? nothing(expr.type) : value(expr.type, result);
};

/** Whether the compiler must keep nulls away from the engine: it has no null arrays, and some functions refuse null. */
const needsGuard = (fn: FunctionDef, expr: Call, values: readonly (Value | null)[]): boolean => {
  if (fn.family === 'aggregation' || fn.nulls === 'handled') return false;
  return fn.nulls === 'strict' || expr.type.kind === 'array' || values.some((item) => item?.type.kind === 'array');
};

/** Text parameters were cast by the checker; everything else has its parameter's type already. */
export const lowerCall = (expr: Call, context: LowerContext): Value => {
  const values = expr.args.map((arg) => (arg === null ? null : context.lower(arg, context)));
  const untyped = lowerUntypedExtreme(expr, values, context);
  if (untyped !== null) return untyped;
  const aggregated = expr.fn.family === 'aggregation' ? values.map(arrayAsJson) : values;
  if (!needsGuard(expr.fn, expr, values)) {
    const result = run(expr.fn, expr, aggregated, context);
    return picksArray(expr) ? fromJson(value({ kind: 'unknown' }, result.sql), expr.type) : result;
  }
  const present = values.filter((item) => item !== null);
  const nulls = anyNull(present);
  if (nulls === null) return run(expr.fn, expr, values, context);
  const result = run(
    expr.fn,
    expr,
    values.map((item) => (item === null ? null : guarded(item))),
    context,
  );
  if (expr.type.kind === 'array') return value(expr.type, result.sql, nulls);
  return value(expr.type, iff(nulls, SQL_NULL, result.sql));
};

/** Whether an aggregation yields one of the arrays it was given, which it holds as JSON text. */
const picksArray = ({ fn, type }: Call): boolean =>
  fn.family === 'aggregation' && fn.nulls !== 'handled' && type.kind === 'array';

/** Aggregations take arrays as JSON text, which can be null. */
const arrayAsJson = (item: Value | null): Value | null =>
  item?.type.kind === 'array' ? cast(item, { kind: 'unknown' }) : item;
