import type { TypedExpr } from './checked.ts';
import { regularExpression } from './rules/regular-expression.ts';
import type { Scope } from './scope.ts';

/** A regular expression that is written out, between slashes or as text; what the engine cannot run is reported. */
export const regexpLiteral = (scope: Scope, pattern: string, span: TypedExpr['span']): TypedExpr => {
  regularExpression(scope, pattern, span);
  return { kind: 'regexp', pattern, type: { kind: 'regexp' }, span };
};
