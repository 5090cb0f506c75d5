import { closest } from '@clearspan/text';
import type { CallExpr } from '../../ast/expr.ts';
import type { Fix } from '../../diagnostics/diagnostic.ts';
import { FUNCTION_NAMES } from '../../functions/registry.ts';
import { error, type Scope, sourceText } from '../scope.ts';
import { foreignFunction } from './foreign-function.ts';

interface Advice {
  readonly text: string;
  readonly fix?: Fix;
}

const replaceName = (expr: CallExpr, to: string): Fix => ({
  title: `replace by \`${to}\``,
  span: expr.name.span,
  text: to,
});

const castAdvice = (scope: Scope, expr: CallExpr, type: string): Advice => {
  const text = `; a cast is written \`x:${type}\``;
  const operand = expr.receiver ?? expr.args[0]?.value;
  if (operand === undefined) return { text };
  const cast = `${sourceText(scope, operand.span)}:${type}`;
  return { text, fix: { title: `cast to ${type}`, span: expr.span, text: cast } };
};

/** What to write instead: the DataPrime name of a function of another language, or the nearest name. */
const advise = (scope: Scope, expr: CallExpr): Advice => {
  const foreign = foreignFunction(expr.name.text);
  if (foreign?.kind === 'rename')
    return { text: `; DataPrime has \`${foreign.to}\``, fix: replaceName(expr, foreign.to) };
  if (foreign?.kind === 'say') return { text: `; ${foreign.text}` };
  if (foreign?.kind === 'cast') return castAdvice(scope, expr, foreign.type);
  const near = closest(expr.name.text, FUNCTION_NAMES);
  return near === null ? { text: '' } : { text: `; did you mean \`${near}\`?`, fix: replaceName(expr, near) };
};

/** Reports a call of a function that does not exist. */
export const unknownFunction = (scope: Scope, expr: CallExpr): void => {
  const { text, fix } = advise(scope, expr);
  error(scope, 'DP2002', `unknown function \`${expr.name.text}\`${text}`, expr.name.span, fix);
};
