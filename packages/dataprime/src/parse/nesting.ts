import type { Expr } from '../ast/expr.ts';
import { spanOf } from './cursor.ts';
import { expressionHeightMax, nestingDepthMax } from './limits.ts';
import { type Context, type Parser, PLAIN } from './parser.ts';
import { giveUp } from './report.ts';

/** Reads something one level deeper, unless that is too deep. */
export const nested = <T>(p: Parser, read: () => T, context: Context = PLAIN): T => {
  const outer = p.context;
  if (p.nestingDepth >= nestingDepthMax) {
    giveUp(p, 'DP1007', spanOf(p.current), `expected at most ${nestingDepthMax} levels of nesting, found more`);
  }
  p.nestingDepth++;
  p.context = context;
  const result = read();
  p.context = outer;
  p.nestingDepth--;
  return result;
};

/** Reads with other ending words on the same level. */
export const within = <T>(p: Parser, context: Partial<Context>, read: () => T): T => {
  const outer = p.context;
  p.context = { ...outer, ...context };
  const result = read();
  p.context = outer;
  return result;
};

const noteHeight = (p: Parser, node: Expr, height: number): void => {
  p.heights.set(node, height);
  p.tallest = Math.max(p.tallest, height);
  if (height > expressionHeightMax && !p.abandoned) {
    giveUp(p, 'DP1007', node.span, `expected an expression of at most ${expressionHeightMax} levels, found more`);
  }
};

/**
 * Takes note of how tall a node is over its children. Those who walk the tree recurse once per level, so an
 * expression that is too tall ends the reading.
 */
export const built = <T extends Expr>(p: Parser, node: T, children: readonly Expr[]): T => {
  let height = 1;
  for (const child of children) height = Math.max(height, 1 + (p.heights.get(child) ?? 1));
  noteHeight(p, node, height);
  return node;
};

/** Reads something that hides expressions of its own, and gives their height to the node made of it. */
export const builtAround = <T extends Expr>(p: Parser, read: () => T): T => {
  const outer = p.tallest;
  p.tallest = 0;
  const node = read();
  const inner = p.tallest;
  p.tallest = Math.max(outer, inner);
  noteHeight(p, node, inner + 1);
  return node;
};
