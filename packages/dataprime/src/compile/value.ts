import type { Type } from '../types/type.ts';
import { any, bool, isLiteralSql, isNull } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';

/**
 * A typed expression of one row. How each type is held in the engine:
 * string `Nullable(String)`, number `Nullable(Float64)`, bool `Nullable(UInt8)`, timestamp and interval
 * `Nullable(Int64)` (nanoseconds), severity `Nullable(UInt8)` (1 to 6), object and unknown `Nullable(String)` holding
 * compact JSON text, array of T `Array(Nullable(T))`. An array cannot be null in ClickHouse: `absent` says when it is,
 * and an array inside an array is held as JSON text.
 */
export interface Value {
  readonly type: Type;
  readonly sql: SqlExpr;
  readonly absent: SqlExpr | null;
}

export const value = (type: Type, sql: SqlExpr, absent: SqlExpr | null = null): Value => ({ type, sql, absent });

/** When the value is null; null itself when it never is. */
export const nullTest = (operand: Value): SqlExpr | null => {
  if (operand.type.kind === 'array') return operand.absent;
  return isLiteralSql(operand.sql) ? null : isNull(operand.sql);
};

/** When any of the values is null; null when none ever is. */
export const anyNull = (operands: readonly Value[]): SqlExpr | null => {
  const tests = operands.map(nullTest).filter((test) => test !== null);
  return tests.length === 0 ? null : any(tests);
};

export const never: SqlExpr = bool(false);
