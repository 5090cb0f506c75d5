import type { TypedExpr } from '../checked.ts';
import { type Scope, warn } from '../scope.ts';
import { isRunnable } from './regular-expression.ts';

/** Whether the pattern says itself how it meets the ends of the text. */
const saysEnds = (pattern: string): boolean => /^\^|^\.[*+]|\$$|\.[*+]\??$|^\\A|\\z$/.test(pattern);

/** `matches(/x/)` looks for a text that is `x`; older versions found it anywhere. */
export const wholeTextPattern = (scope: Scope, pattern: TypedExpr | null | undefined): void => {
  if (pattern?.kind !== 'regexp' || saysEnds(pattern.pattern) || !isRunnable(pattern.pattern)) return;
  const text = `/.*${pattern.pattern}.*/`.replace(/(?<!\\)\/(?!$|^)/g, (slash, at: number) =>
    at === 0 ? slash : '\\/',
  );
  const fix = { title: 'find it anywhere in the text', span: pattern.span, text };
  warn(
    scope,
    'DP3006',
    '`matches` covers the whole text; `.*` at both ends finds the pattern anywhere',
    pattern.span,
    fix,
  );
};
