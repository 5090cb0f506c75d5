import { closest } from '@clearspan/text';
import type { CallExpr, Expr } from '../ast/expr.ts';
import type { FunctionDef, Parameter } from '../functions/function-def.ts';
import { findAggregation, findScalar } from '../functions/registry.ts';
import { typeArguments } from './arguments.ts';
import type { TypedExpr } from './checked.ts';
import { checkLiterals } from './literal-arguments.ts';
import { unknownFunction } from './rules/unknown-function.ts';
import { wholeTextPattern } from './rules/whole-text-pattern.ts';
import { error, type Scope, warn, wrong } from './scope.ts';

/** `min`, `max` and `sum` are aggregations of one argument where rows are gathered, and plain functions elsewhere. */
const findFunction = (scope: Scope, expr: CallExpr): FunctionDef | null => {
  const count = expr.args.length + (expr.receiver === null ? 0 : 1);
  const aggregation = findAggregation(expr.name.text);
  const scalar = findScalar(expr.name.text);
  if (aggregation === null || scalar === null) return aggregation ?? scalar;
  const gathers = scope.place === 'aggregate' || scope.place === 'inside-aggregation';
  return count === 1 && gathers ? aggregation : scalar;
};

type Bound = readonly (Expr | null)[];

/** Arguments in parameter order, null for those left out; null, reported, when they do not fit. */
const bind = (scope: Scope, expr: CallExpr, fn: FunctionDef): Bound | null => {
  const { parameters, name } = fn;
  const last = parameters.at(-1);
  const bound: (Expr | null)[] = parameters.filter((parameter) => !parameter.variadic).map(() => null);
  let position = 0;
  let named: string | null = null;
  for (const argument of [
    ...(expr.receiver === null ? [] : [{ name: null, value: expr.receiver, span: expr.receiver.span }]),
    ...expr.args,
  ]) {
    if (argument.name === null) {
      if (named !== null) {
        error(scope, 'DP2004', `expected a named argument after \`${named}\`, found one by its place`, argument.span);
        return null;
      }
      if (position >= parameters.length && last?.variadic !== true) {
        error(
          scope,
          'DP2004',
          `expected at most ${parameters.length} argument${parameters.length === 1 ? '' : 's'} of \`${name}\`, found more`,
          argument.span,
        );
        return null;
      }
      bound[position] = argument.value;
      position += 1;
      continue;
    }
    const at = parameters.findIndex((parameter) => parameter.name === argument.name?.text);
    if (at < 0) {
      const names = parameters.map((parameter) => parameter.name);
      const near = closest(argument.name.text, names);
      error(
        scope,
        'DP2005',
        `unknown argument \`${argument.name.text}\` of \`${name}\`; expected ${names.map((n) => `\`${n}\``).join(', ') || 'none'}`,
        argument.name.span,
        near === null ? undefined : { title: `replace by \`${near}\``, span: argument.name.span, text: near },
      );
      return null;
    }
    if (bound[at] != null) {
      error(scope, 'DP2004', `argument \`${argument.name.text}\` of \`${name}\` is given twice`, argument.name.span);
      return null;
    }
    bound[at] = argument.value;
    named = argument.name.text;
  }
  return hasRequired(scope, expr, fn, bound) ? bound : null;
};

const hasRequired = (scope: Scope, expr: CallExpr, fn: FunctionDef, bound: Bound): boolean => {
  const missing = fn.parameters.find((parameter, index) => !parameter.optional && bound[index] == null);
  if (missing === undefined) return true;
  const required = fn.parameters.filter((parameter) => !parameter.optional).length;
  error(
    scope,
    'DP2004',
    `expected ${required === fn.parameters.length ? '' : 'at least '}${required} argument${required === 1 ? '' : 's'} of \`${fn.name}\`, found ${expr.args.length + (expr.receiver === null ? 0 : 1)}; \`${missing.name}\` is missing`,
    expr.span,
  );
  return false;
};

const parameterAt = (fn: FunctionDef, index: number): Parameter | undefined =>
  fn.parameters[index] ?? fn.parameters.at(-1);

const checkPlace = (scope: Scope, expr: CallExpr, fn: FunctionDef): Scope | null => {
  if (fn.family !== 'aggregation') return scope;
  if (scope.place === 'inside-aggregation') {
    error(scope, 'DP2015', `aggregation \`${fn.name}\` stands inside another aggregation`, expr.name.span);
    return null;
  }
  if (scope.place !== 'aggregate') {
    error(
      scope,
      'DP2006',
      `aggregation \`${fn.name}\` is only possible in aggregate, groupby, multigroupby, top and bottom`,
      expr.name.span,
    );
    return null;
  }
  return { ...scope, place: 'inside-aggregation' };
};

/** Types and checks a call: name, place, arguments, types. */
export const checkCall = (scope: Scope, expr: CallExpr): TypedExpr => {
  const fn = findFunction(scope, expr);
  if (fn === null) {
    unknownFunction(scope, expr);
    return wrong(expr.span);
  }
  if (fn.deprecated !== null)
    warn(scope, 'DP3002', `\`${fn.name}\` is an old spelling of \`${fn.deprecated}\``, expr.name.span, {
      title: `replace by \`${fn.deprecated}\``,
      span: expr.name.span,
      text: fn.deprecated,
    });
  const inner = checkPlace(scope, expr, fn);
  const bound = inner === null ? null : bind(scope, expr, fn);
  if (inner === null || bound === null) return wrong(expr.span);
  if (fn.lower === null) {
    error(scope, 'DP4001', `function \`${fn.name}\` is not supported yet`, expr.name.span);
    return wrong(expr.span);
  }
  const args = bound.map((argument, index) =>
    argument === null
      ? null
      : scope.check(parameterAt(fn, index)?.literal === true ? { ...inner, place: 'constant' } : inner, argument),
  );
  const typed = typeArguments(inner, fn, args, expr.span);
  checkLiterals(inner, fn, typed.args);
  if (fn.name === 'matches') wholeTextPattern(inner, typed.args[1]);
  return { kind: 'call', fn, args: typed.args, type: typed.type, span: expr.span };
};
