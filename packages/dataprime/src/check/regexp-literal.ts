import type { TypedExpr } from './checked.ts';
import { unsupportedRegex } from './rules/regular-expression.ts';
import { error, type Scope } from './scope.ts';

/** A regular expression that is written out, between slashes or as text; what the engine cannot run is reported. */
export const regexpLiteral = (scope: Scope, pattern: string, span: TypedExpr['span']): TypedExpr => {
  const fault = unsupportedRegex(pattern);
  if (fault !== null) error(scope, 'DP2014', `expected a regular expression the engine can run, found ${fault}`, span);
  return { kind: 'regexp', pattern, type: { kind: 'regexp' }, span };
};
