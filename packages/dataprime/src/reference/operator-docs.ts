import type { BinaryOp, UnaryOp } from '../ast/expr.ts';

/** What an operator does. */
export const OPERATOR_DOCS: Readonly<Record<BinaryOp, string>> = {
  '==': 'Equal. With `null`: the value is missing.',
  '!=': 'Not equal. With `null`: the value is present.',
  '<': 'Less than.',
  '<=': 'At most.',
  '>': 'Greater than.',
  '>=': 'At least.',
  '~': 'The text on the left holds the words on the right, next to each other, letters’ case aside.',
  '~~': 'The record on the left holds the words on the right anywhere, letters’ case aside.',
  '&&': 'Both conditions are true.',
  '||': 'At least one condition is true.',
  '+': 'The sum; a time moved by an interval; two texts joined.',
  '-': 'The difference; the interval between two times; a time moved back.',
  '*': 'The product.',
  '/': 'The quotient; a time rounded down to an interval.',
  '%': 'The remainder.',
};

export const PREFIX_DOCS: Readonly<Record<UnaryOp, string>> = {
  '!': 'The condition is not true.',
  '-': 'The negative.',
};
