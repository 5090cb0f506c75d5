import type { Expr } from '../../ast/expr.ts';
import { error, type Scope, sourceText } from '../scope.ts';

/** `percentile(x, 95)` of other languages: the percentile comes first and is between 0 and 1. Whether it was reported. */
export const swappedPercentile = (scope: Scope, args: readonly (Expr | null)[], span: Expr['span']): boolean => {
  const [first, second, ...rest] = args;
  if (first == null || second == null || first.kind === 'number' || second.kind !== 'number') return false;
  const share = second.value > 1 && second.value <= 100 ? second.value / 100 : second.value;
  const others = rest.filter((arg) => arg !== null).map((arg) => sourceText(scope, arg.span));
  const text = `percentile(${[String(share), sourceText(scope, first.span), ...others].join(', ')})`;
  error(scope, 'DP2013', 'expected the percentile as first argument, found it as second', second.span, {
    title: `write \`${text}\``,
    span,
    text,
  });
  return true;
};
