import { closest } from '@clearspan/text';
import type { CallExpr, Expr } from '../../ast/expr.ts';
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

/** The arguments as they are written, the receiver first. */
const argumentsOf = (expr: CallExpr): readonly Expr[] => [
  ...(expr.receiver === null ? [] : [expr.receiver]),
  ...expr.args.map(({ value }) => value),
];

/** A cast binds tighter than any operator, so an operand with one needs parentheses. */
const castText = (scope: Scope, operand: Expr, type: string): string => {
  const text = sourceText(scope, operand.span);
  return operand.kind === 'binary' || operand.kind === 'unary' ? `(${text}):${type}` : `${text}:${type}`;
};

const castAdvice = (scope: Scope, expr: CallExpr, type: string): Advice => {
  const text = `; a cast is written \`x:${type}\``;
  const [operand] = argumentsOf(expr);
  if (operand === undefined) return { text };
  return { text, fix: { title: `cast to ${type}`, span: expr.span, text: castText(scope, operand, type) } };
};

const UNITS: Readonly<Record<string, string>> = { day: '1d', hour: '1h', minute: '1m', second: '1s', week: '7d' };

/** An argument that says how long a bucket is, as an interval: `1h`, `'1h'`, `'hour'`. Null for any other. */
const lengthText = (scope: Scope, expr: Expr): string | null => {
  if (expr.kind === 'interval') return sourceText(scope, expr.span);
  if (expr.kind !== 'string') return null;
  const unit = expr.value.toLowerCase().replace(/s$/, '');
  return Object.hasOwn(UNITS, unit)
    ? (UNITS[unit] ?? null)
    : /^\d+(?:d|h|m|s|ms)$/.test(expr.value)
      ? expr.value
      : null;
};

/** Buckets of time: the arguments in any order, and the time of the row where none is named. */
const roundAdvice = (scope: Scope, expr: CallExpr): Advice => {
  const text = '; DataPrime has `roundTime`';
  const args = argumentsOf(expr);
  const length = args.map((arg) => lengthText(scope, arg)).find((found) => found !== null);
  const time = args.find((arg) => lengthText(scope, arg) === null);
  if (length === undefined || args.length > 2) return { text, fix: replaceName(expr, 'roundTime') };
  const written = `roundTime(${time === undefined ? '$m.timestamp' : sourceText(scope, time.span)}, ${length})`;
  return { text, fix: { title: `write \`${written}\``, span: expr.span, text: written } };
};

const templateAdvice = (scope: Scope, expr: CallExpr, template: string): Advice => {
  const text = `; write \`${template.replaceAll('$1', 'x')}\``;
  const args = argumentsOf(expr);
  const [operand] = args;
  if (operand === undefined || args.length > 1) return { text };
  const written = template.replaceAll('$1', () => sourceText(scope, operand.span));
  return { text, fix: { title: `write \`${written}\``, span: expr.span, text: written } };
};

/** What to write instead: the DataPrime name of a function of another language, or the nearest name. */
const advise = (scope: Scope, expr: CallExpr): Advice => {
  const foreign = foreignFunction(expr.name.text);
  if (foreign?.kind === 'rename')
    return { text: `; DataPrime has \`${foreign.to}\``, fix: replaceName(expr, foreign.to) };
  if (foreign?.kind === 'round') return roundAdvice(scope, expr);
  if (foreign?.kind === 'template') return templateAdvice(scope, expr, foreign.text);
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
