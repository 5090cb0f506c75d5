import { closest } from '@clearspan/text';
import type { Argument, CallExpr, Expr, Name } from '../ast/expr.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { FunctionDef, Parameter } from '../functions/function-def.ts';
import { error, type Scope, sourceText } from './scope.ts';

/** Arguments in parameter order, null for those left out. */
type Bound = readonly (Expr | null)[];

const plural = (count: number): string => (count === 1 ? 'argument' : 'arguments');

const takesCondition = (parameter: Parameter | undefined): boolean =>
  parameter !== undefined && ['any', 'bool', 'text', 'var'].includes(parameter.type.kind);

/** `f(a = 1)` where no argument is called so: most likely a comparison. */
const compares = (scope: Scope, name: Name, value: Expr): Fix => {
  const span = { start: name.span.end, end: value.span.start };
  return { title: 'write `==`', span, text: sourceText(scope, span).replace('=', '==') };
};

const unknownName = (
  scope: Scope,
  fn: FunctionDef,
  name: Name,
  value: Expr,
  parameter: Parameter | undefined,
): void => {
  const names = fn.parameters.map((known) => known.name);
  const near = closest(name.text, names);
  const isCondition = near === null && takesCondition(parameter);
  const hint = near !== null ? `; did you mean \`${near}\`?` : isCondition ? '; `==` compares' : '';
  const rename = near === null ? undefined : { title: `replace by \`${near}\``, span: name.span, text: near };
  error(
    scope,
    'DP2005',
    `unknown argument \`${name.text}\` of \`${fn.name}\`; expected ${names.map((n) => `\`${n}\``).join(', ') || 'none'}${hint}`,
    name.span,
    isCondition ? compares(scope, name, value) : rename,
  );
};

const tooMany = (scope: Scope, fn: FunctionDef, found: number, span: Expr['span']): void => {
  const most = fn.parameters.length;
  const expected = most === 0 ? 'no arguments' : `at most ${most} ${plural(most)}`;
  error(scope, 'DP2004', `expected ${expected} of \`${fn.name}\`, found ${found}`, span);
};

const unnamedAfterNamed = (scope: Scope, fn: FunctionDef, bound: Bound, span: Expr['span']): void => {
  const free = fn.parameters.find((_, index) => bound[index] === null)?.name;
  error(
    scope,
    'DP2004',
    `expected a named argument of \`${fn.name}\` after a named one, found one without a name`,
    span,
    free === undefined
      ? undefined
      : { title: `name it \`${free}\``, span: { start: span.start, end: span.start }, text: `${free}=` },
  );
};

const hasRequired = (scope: Scope, expr: CallExpr, fn: FunctionDef, bound: Bound, found: number): boolean => {
  const missing = fn.parameters.find((parameter, index) => !parameter.optional && bound[index] == null);
  if (missing === undefined) return true;
  const required = fn.parameters.filter((parameter) => !parameter.optional).length;
  error(
    scope,
    'DP2004',
    `expected ${required === fn.parameters.length ? '' : 'at least '}${required} ${plural(required)} of \`${fn.name}\`, found ${found}; \`${missing.name}\` is missing`,
    expr.span,
  );
  return false;
};

/** The arguments of a call by its parameters, the receiver as the first; null, reported, when they do not fit. */
export const bindArguments = (scope: Scope, expr: CallExpr, fn: FunctionDef): Bound | null => {
  const { parameters } = fn;
  const receiver: Argument | null =
    expr.receiver === null ? null : { name: null, value: expr.receiver, span: expr.receiver.span };
  const given = receiver === null ? expr.args : [receiver, ...expr.args];
  const bound: (Expr | null)[] = parameters.filter((parameter) => !parameter.variadic).map(() => null);
  const firstNamed = given.findIndex(({ name }) => name !== null);
  for (const [position, { name, value, span }] of given.entries()) {
    if (name === null) {
      if (firstNamed >= 0 && position > firstNamed) {
        unnamedAfterNamed(scope, fn, bound, span);
        return null;
      }
      if (position >= parameters.length && parameters.at(-1)?.variadic !== true) {
        tooMany(scope, fn, given.length, span);
        return null;
      }
      bound[position] = value;
      continue;
    }
    const at = parameters.findIndex((parameter) => parameter.name === name.text || parameter.otherName === name.text);
    if (at < 0) {
      unknownName(scope, fn, name, value, parameters[position]);
      return null;
    }
    if (bound[at] != null) {
      error(scope, 'DP2004', `argument \`${name.text}\` of \`${fn.name}\` is given twice`, name.span);
      return null;
    }
    bound[at] = value;
  }
  return hasRequired(scope, expr, fn, bound, given.length) ? bound : null;
};
