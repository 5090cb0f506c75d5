import type { CallExpr } from '../ast/expr.ts';
import type { FunctionDef, Parameter } from '../functions/function-def.ts';
import { findAggregation, findScalar } from '../functions/registry.ts';
import { typeArguments } from './arguments.ts';
import { bindArguments } from './bind-arguments.ts';
import type { TypedExpr } from './checked.ts';
import { checkLiterals } from './literal-arguments.ts';
import { knownValue } from './rules/known-value.ts';
import { ofOneValue } from './rules/of-one-value.ts';
import { swappedPercentile } from './rules/swapped-percentile.ts';
import { unknownFunction } from './rules/unknown-function.ts';
import { wholeTextPattern } from './rules/whole-text-pattern.ts';
import { error, type Scope, warn, wrong } from './scope.ts';

const argumentCount = ({ args, receiver }: CallExpr): number => args.length + (receiver === null ? 0 : 1);

/** `min`, `max` and `sum` are aggregations of one argument where rows are gathered, and plain functions elsewhere. */
const findFunction = (scope: Scope, expr: CallExpr): FunctionDef | null => {
  const aggregation = findAggregation(expr.name.text);
  const scalar = findScalar(expr.name.text);
  if (aggregation === null || scalar === null) return aggregation ?? scalar;
  const gathers = scope.place === 'aggregate' || scope.place === 'inside-aggregation';
  return argumentCount(expr) === 1 && gathers ? aggregation : scalar;
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
  if (fn.family !== 'aggregation' && argumentCount(expr) === 1 && findAggregation(fn.name) !== null)
    ofOneValue(scope, expr);
  const inner = checkPlace(scope, expr, fn);
  const bound = inner === null ? null : bindArguments(scope, expr, fn);
  if (inner === null || bound === null) return wrong(expr.span);
  if (fn.name === 'percentile' && swappedPercentile(inner, bound, expr.span)) return wrong(expr.span);
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
  if (fn.name === 'in') knownValue(inner, typed.args);
  return { kind: 'call', fn, args: typed.args, type: typed.type, span: expr.span };
};
