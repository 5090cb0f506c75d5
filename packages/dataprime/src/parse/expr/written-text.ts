import type { Span } from '@clearspan/text';
import type { Expr } from '../../ast/expr.ts';
import { printExpr } from '../../print/print.ts';
import { textOf } from '../cursor.ts';
import type { Parser } from '../parser.ts';

const isInside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/**
 * An expression for use in a fix: as it was written, or, where it holds spellings of other languages itself, as it
 * was understood. Moved to another place as they are, those could come to mean something else.
 */
export const writtenText = (p: Parser, expr: Expr): string => {
  const told = p.diagnostics.filter(({ span }) => isInside(span, expr.span));
  const isMendable = told.length > 0 && told.every(({ code }) => code === 'DP1008');
  return isMendable ? printExpr(expr, { parens: 'written' }) : textOf(p, expr.span);
};
