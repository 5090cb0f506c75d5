import type { Type } from '../types/type.ts';
import { bool, call, list, SQL_NULL, str } from './sql-build.ts';
import type { SqlExpr } from './sql-tree.ts';
import { type Value, value } from './value.ts';

/** The engine's type of a scalar as the compiler holds it. */
const engineType = (type: Type): string => {
  switch (type.kind) {
    case 'number':
      return 'Nullable(Float64)';
    case 'bool':
    case 'severity':
      return 'Nullable(UInt8)';
    case 'timestamp':
    case 'interval':
      return 'Nullable(Int64)';
    case 'string':
    case 'regexp':
    case 'object':
    case 'unknown':
    case 'null':
    case 'array':
      return 'Nullable(String)';
  }
};

/** A null of a type: a bare NULL has no type, and many functions of the engine refuse it. */
export const typedNull = (type: Type): SqlExpr => call('CAST', SQL_NULL, str(engineType(type)));

/** An array without elements, of the element's type. */
export const emptyArray = (of: Type): SqlExpr => call('CAST', list([]), str(`Array(${engineType(of)})`));

/** The null of any type: an array is empty and absent. */
export const nothing = (type: Type): Value =>
  type.kind === 'array' ? value(type, emptyArray(type.of), bool(true)) : value(type, typedNull(type));
