import type { Expr } from '../ast/expr.ts';
import type { Query } from '../ast/query.ts';
import type { PrintContext } from './print-context.ts';
import { printExprIn } from './print-expr.ts';
import { printStage } from './print-stage.ts';

export interface PrintOptions {
  /** `minimal`, the default, writes parentheses only where the tree needs them; `written` also keeps its own. */
  readonly parens?: PrintContext['parens'];
}

const printQueryIn = (c: PrintContext, { stages }: Query): string =>
  stages.map((stage) => printStage(c, stage)).join(' | ');

const contextOf = ({ parens = 'minimal' }: PrintOptions): PrintContext => ({ parens, printQuery: printQueryIn });

/**
 * A query as DataPrime on one line. Reading the text again gives the same tree, spans and needless parentheses apart.
 * Error nodes print as nothing: print only what was read, or made, without errors.
 */
export const printQuery = (query: Query, options: PrintOptions = {}): string => printQueryIn(contextOf(options), query);

/** An expression as DataPrime on one line. */
export const printExpr = (expr: Expr, options: PrintOptions = {}): string => printExprIn(contextOf(options), expr);
