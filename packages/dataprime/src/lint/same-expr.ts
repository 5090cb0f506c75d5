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

/** One text for all expressions that always have the same value in the same row; null where no two have. */
export const exprKey = (expr: TypedExpr): string | null =>
  some(expr, (node) => node.kind === 'call' && RANDOM.has(node.fn.name)) ? null : keyOf(expr);

/** A value without the conversions around it. */
export const bare = (expr: TypedExpr): TypedExpr =>
  expr.kind === 'cast' || expr.kind === 'use' ? bare(expr.operand) : expr;
