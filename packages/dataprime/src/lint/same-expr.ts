import type { TypedExpr } from '../check/checked.ts';
import { some } from '../plan/walk.ts';

/** What an expression is, whatever its place in the text. */
const keyOf = (expr: TypedExpr): string =>
  JSON.stringify(expr, (name, value: unknown) => {
    if (name === 'span') return undefined;
    if (name === 'fn') return (value as { readonly name: string }).name;
    return typeof value === 'bigint' ? `${value}n` : value;
  });

const RANDOM: ReadonlySet<string> = new Set(['random', 'randomInt', 'randomUuid', 'uuid']);

/** Whether two expressions always have the same value in the same row. */
export const sameExpr = (a: TypedExpr, b: TypedExpr): boolean =>
  keyOf(a) === keyOf(b) && !some(a, (node) => node.kind === 'call' && RANDOM.has(node.fn.name));

/** A value without the conversions around it. */
export const bare = (expr: TypedExpr): TypedExpr =>
  expr.kind === 'cast' || expr.kind === 'use' ? bare(expr.operand) : expr;
