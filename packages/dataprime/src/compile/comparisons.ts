import type { Comparison } from './storage.ts';

/** The engine's sign for each comparison of the language. */
export const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '==': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
