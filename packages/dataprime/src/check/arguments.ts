import type { Span } from '@clearspan/text';
import type { FunctionDef, Pattern } from '../functions/function-def.ts';
import { arrayOf, STRING, type Type, UNKNOWN } from '../types/type.ts';
import type { TypedExpr } from './checked.ts';
import { want } from './coerce.ts';
import type { Scope } from './scope.ts';

type Variables = Map<string, Type>;

const collect = (pattern: Pattern, type: Type, into: Map<string, Type[]>): void => {
  if (pattern.kind === 'var') {
    const types = into.get(pattern.name);
    if (types === undefined) into.set(pattern.name, [type]);
    else types.push(type);
  } else if (pattern.kind === 'array') {
    if (type.kind === 'array') collect(pattern.of, type.of, into);
    else if (type.kind === 'unknown' || type.kind === 'null') collect(pattern.of, UNKNOWN, into);
  }
};

const isOpen = (type: Type): boolean =>
  type.kind === 'unknown' || type.kind === 'null' || (type.kind === 'array' && isOpen(type.of));

/** A severity wins over the text and numbers it is compared with; otherwise the first type that is known. */
const settle = (types: readonly Type[]): Type =>
  types.find(({ kind }) => kind === 'severity') ??
  types.find((type) => !isOpen(type)) ??
  types.find(({ kind }) => kind === 'array') ??
  UNKNOWN;

const resolve = (pattern: Pattern, variables: Variables): Type => {
  switch (pattern.kind) {
    case 'var':
      return variables.get(pattern.name) ?? UNKNOWN;
    case 'array':
      return arrayOf(resolve(pattern.of, variables));
    case 'text':
    case 'string-or-regexp':
      return STRING;
    case 'any':
      return UNKNOWN;
    case 'bool':
    case 'interval':
    case 'null':
    case 'number':
    case 'object':
    case 'regexp':
    case 'severity':
    case 'string':
    case 'timestamp':
    case 'unknown':
      return pattern;
  }
};

const convert = (scope: Scope, pattern: Pattern, arg: TypedExpr, variables: Variables): TypedExpr => {
  if (pattern.kind === 'any') return arg;
  if (pattern.kind === 'text')
    return arg.type.kind === 'string' ? arg : { kind: 'cast', operand: arg, type: STRING, span: arg.span };
  if (pattern.kind === 'string-or-regexp' && arg.type.kind === 'regexp') return arg;
  return want(scope, arg, resolve(pattern, variables));
};

/** `$d`: what `any_value()` picks when nothing is named. */
const everything = (scope: Scope, span: Span): TypedExpr =>
  scope.check(scope, { kind: 'keypath', root: 'd', steps: [], span });

/** Gives each argument the type its parameter asks for and finds the type of the result. */
export const typeArguments = (
  scope: Scope,
  fn: FunctionDef,
  args: readonly (TypedExpr | null)[],
  span: Span,
): { readonly args: readonly (TypedExpr | null)[]; readonly type: Type } => {
  const seen = new Map<string, Type[]>();
  const patternAt = (index: number): Pattern => (fn.parameters[index] ?? fn.parameters.at(-1))?.type ?? { kind: 'any' };
  const given = fn.name === 'any_value' && args[0] === null ? [everything(scope, span)] : args;
  given.forEach((arg, index) => {
    if (arg !== null) collect(patternAt(index), arg.type, seen);
  });
  const variables: Variables = new Map([...seen].map(([name, types]) => [name, settle(types)]));
  return {
    args: given.map((arg, index) => (arg === null ? null : convert(scope, patternAt(index), arg, variables))),
    type: resolve(fn.returns, variables),
  };
};
