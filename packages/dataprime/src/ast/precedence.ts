import type { BinaryOp } from './expr.ts';

/** How tightly binary operators bind; all of them group to the left. */
export const PRECEDENCE: Readonly<Record<BinaryOp, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '~': 3,
  '~~': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

/** Looser than every operator: a whole expression. */
export const LOOSEST = 1;
/** What `!` and `-` take: nothing with a binary operator. */
export const TIGHTEST = 7;
