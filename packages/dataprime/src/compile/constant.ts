import type { TypedExpr } from '../check/checked.ts';
import { readInterval } from '../lex/interval.ts';
import { readQuotedTimestamp } from '../lex/timestamp.ts';
import { type CompileContext, suggestedInterval } from './compile-context.ts';

type Constant =
  | { readonly kind: 'nanos'; readonly value: bigint }
  | { readonly kind: 'number'; readonly value: number };

const nanos = (value: bigint): Constant => ({ kind: 'nanos', value });

const binary = (op: string, left: Constant, right: Constant): Constant | null => {
  if (left.kind === 'nanos' && right.kind === 'nanos') {
    if (op === '+') return nanos(left.value + right.value);
    if (op === '-') return nanos(left.value - right.value);
    if (op === '/' && right.value !== 0n)
      return nanos(left.value - (((left.value % right.value) + right.value) % right.value));
    return null;
  }
  const [length, factor] =
    left.kind === 'nanos' ? [left.value, right] : right.kind === 'nanos' ? [right.value, left] : [null, right];
  if (length === null || factor.kind !== 'number') return null;
  if (op === '*') return nanos(BigInt(Math.round(Number(length) * factor.value)));
  return op === '/' && left.kind === 'nanos' && factor.value !== 0
    ? nanos(BigInt(Math.round(Number(length) / factor.value)))
    : null;
};

/** The value of a time or interval that depends on the context alone; null for what only the engine computes. */
export const constantNanos = (expr: TypedExpr, context: CompileContext): bigint | null => {
  const result = evaluate(expr, context);
  return result?.kind === 'nanos' ? result.value : null;
};

const negated = (constant: Constant): Constant =>
  constant.kind === 'nanos' ? nanos(-constant.value) : { kind: 'number', value: -constant.value };

/** The operators that functions on times stand for. */
const OPERATORS: Readonly<Record<string, string>> = {
  addTime: '+',
  subtractTime: '-',
  addInterval: '+',
  subtractInterval: '-',
  multiplyInterval: '*',
  divideInterval: '/',
  roundTime: '/',
  timeRound: '/',
};

const callOf = ({ fn, args }: TypedExpr & { kind: 'call' }, context: CompileContext): Constant | null => {
  if (fn.name === 'now') return args.every((arg) => arg === null) ? nanos(context.nowNanos) : null;
  const op = OPERATORS[fn.name];
  const [left, right] = args.map((arg) => (arg === null ? null : evaluate(arg, context)));
  return op === undefined || left == null || right == null ? null : binary(op, left, right);
};

/** A time or interval out of its text or of nanoseconds: `@('2024-05-01')`. */
const castOf = ({ operand, type }: TypedExpr & { kind: 'cast' }, context: CompileContext): Constant | null => {
  if (operand.kind === 'string' && type.kind === 'timestamp') {
    const reading = readQuotedTimestamp(operand.value);
    if (!reading.ok) return null;
    return nanos(reading.value.kind === 'now' ? context.nowNanos : reading.value.nanos);
  }
  if (operand.kind === 'string' && type.kind === 'interval') {
    const reading = readInterval(operand.value);
    return reading.ok ? nanos(reading.nanos) : null;
  }
  const value = evaluate(operand, context);
  if (value?.kind === 'number' && (type.kind === 'timestamp' || type.kind === 'interval'))
    return Number.isFinite(value.value) ? nanos(BigInt(Math.trunc(value.value))) : null;
  return operand.type.kind === type.kind ? value : null;
};

const evaluate = (expr: TypedExpr, context: CompileContext): Constant | null => {
  switch (expr.kind) {
    case 'timestamp':
    case 'interval':
      return nanos(expr.nanos);
    case 'number':
      return { kind: 'number', value: expr.value };
    case 'parameter':
      if (expr.name === 'now') return nanos(context.nowNanos);
      if (expr.name === 'suggestedInterval') return nanos(suggestedInterval(context.timeRange));
      return nanos(expr.name === 'startTime' ? context.timeRange.fromNanos : context.timeRange.toNanos);
    case 'call':
      return callOf(expr, context);
    case 'negate': {
      const operand = evaluate(expr.operand, context);
      return operand === null ? null : negated(operand);
    }
    case 'cast':
      return castOf(expr, context);
    case 'binary': {
      // An interval divided by an interval is a number, which no time frame needs.
      if (expr.op === '/' && expr.left.type.kind === 'interval' && expr.right.type.kind === 'interval') return null;
      const left = evaluate(expr.left, context);
      const right = evaluate(expr.right, context);
      return left === null || right === null ? null : binary(expr.op, left, right);
    }
    case 'access':
    case 'array':
    case 'bool':
    case 'case':
    case 'column':
    case 'field':
    case 'not':
    case 'null':
    case 'object':
    case 'presence':
    case 'regexp':
    case 'severity':
    case 'string':
    case 'subquery':
    case 'template':
    case 'use':
      return null;
  }
};
