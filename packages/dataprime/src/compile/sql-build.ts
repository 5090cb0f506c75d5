import type { SqlExpr, SqlInfix } from './sql-tree.ts';

/** Short constructors of SQL trees, so that the function table reads like SQL. */
export const col = (name: string): SqlExpr => ({ kind: 'column', name });
export const str = (value: string): SqlExpr => ({ kind: 'string', value });
export const num = (value: number): SqlExpr => ({ kind: 'number', value });
export const int = (value: bigint): SqlExpr => ({ kind: 'int', value });
export const plain = (value: number): SqlExpr => ({ kind: 'plain', value });
export const bool = (value: boolean): SqlExpr => ({ kind: 'bool', value });
export const SQL_NULL: SqlExpr = { kind: 'null' };
export const call = (name: string, ...args: readonly SqlExpr[]): SqlExpr => ({
  kind: 'call',
  name,
  params: null,
  args,
});
export const aggregateCall = (name: string, params: readonly SqlExpr[], ...args: readonly SqlExpr[]): SqlExpr => ({
  kind: 'call',
  name,
  params: params.length === 0 ? null : params,
  args,
});
export const infix = (op: SqlInfix, left: SqlExpr, right: SqlExpr): SqlExpr => ({ kind: 'infix', op, left, right });
export const lambda = (params: readonly string[], body: SqlExpr): SqlExpr => ({ kind: 'lambda', params, body });
export const list = (items: readonly SqlExpr[]): SqlExpr => ({ kind: 'array', items });
export const subscript = (of: SqlExpr, index: SqlExpr): SqlExpr => ({ kind: 'subscript', of, index });
export const isNull = (value: SqlExpr): SqlExpr => call('isNull', value);
export const isNotNull = (value: SqlExpr): SqlExpr => call('isNotNull', value);
export const iff = (condition: SqlExpr, then: SqlExpr, otherwise: SqlExpr): SqlExpr =>
  call('if', condition, then, otherwise);

/** Whole numbers up to here can be counted on from without a thought of the end of 64 bits. */
const wholeMax = Number.MAX_SAFE_INTEGER;

/** A double that is not null cut to a whole number; one beyond 2^53 is as good as any other that far out. */
export const wholeNumber = (value: SqlExpr): SqlExpr =>
  value.kind === 'number'
    ? int(BigInt(Math.trunc(Math.min(Math.max(value.value, -wholeMax), wholeMax))))
    : call('toInt64', call('trunc', call('least', call('greatest', value, num(-wholeMax)), num(wholeMax))));

/** A double whose zero has no sign: `-0` would print as such, and be a group beside `0`. */
export const unsignedZero = (value: SqlExpr): SqlExpr => infix('+', value, num(0));

/** The conjunction of all; true when there are none. */
export const all = (items: readonly SqlExpr[]): SqlExpr =>
  items.length === 0 ? bool(true) : items.reduce((left, right) => infix('AND', left, right));

/** The disjunction of all; false when there are none. */
export const any = (items: readonly SqlExpr[]): SqlExpr =>
  items.length === 0 ? bool(false) : items.reduce((left, right) => infix('OR', left, right));

/** Whether the value is written in the query itself and is not null. */
export const isLiteralSql = (value: SqlExpr): boolean =>
  value.kind === 'string' ||
  value.kind === 'number' ||
  value.kind === 'int' ||
  value.kind === 'bool' ||
  value.kind === 'plain';
