import { closest } from '@clearspan/text';
import { quote } from '../../lex/escapes.ts';
import type { TypedExpr } from '../checked.ts';
import { pathText, samePath } from '../path.ts';
import { type Scope, warn } from '../scope.ts';

/** All values a stored field was seen with; null where they are too many, or nothing is known. */
const seenValues = (scope: Scope, expr: TypedExpr): readonly string[] | null => {
  if (expr.kind !== 'field') return null;
  const { root, path } = expr;
  const field = scope.session.fields?.find((candidate) => candidate.root === root && samePath(candidate.path, path));
  return field?.values ?? null;
};

/**
 * A text compared with a field that was never seen with it, but with one that is nearly the same. A value that is like no
 * other may just not have come yet.
 */
export const knownValue = (scope: Scope, sides: readonly (TypedExpr | null)[]): void => {
  if (!scope.session.hints) return;
  const field = sides.find((side) => side?.kind === 'field');
  const values = field == null ? null : seenValues(scope, field);
  if (field?.kind !== 'field' || values === null) return;
  for (const side of sides) {
    if (side?.kind !== 'string' || values.includes(side.value)) continue;
    const near = closest(side.value, values);
    if (near === null) continue;
    const fix = { title: `replace by ${quote(near)}`, span: side.span, text: quote(near) };
    const name = pathText(field.root, field.path);
    warn(
      scope,
      'DP3011',
      `${quote(side.value)} is not seen in \`${name}\`; did you mean ${quote(near)}?`,
      side.span,
      fix,
    );
  }
};
