/** A DataPrime type. `unknown` is a value whose type only the data knows; it becomes another type by its use. */
export type Type =
  | { readonly kind: ScalarKind | 'object' | 'regexp' | 'null' | 'unknown' }
  | { readonly kind: 'array'; readonly of: Type };

export type ScalarKind = 'string' | 'number' | 'bool' | 'timestamp' | 'interval' | 'severity';

export const STRING: Type = { kind: 'string' };
export const NUMBER: Type = { kind: 'number' };
export const BOOL: Type = { kind: 'bool' };
export const TIMESTAMP: Type = { kind: 'timestamp' };
export const INTERVAL: Type = { kind: 'interval' };
export const SEVERITY: Type = { kind: 'severity' };
export const OBJECT: Type = { kind: 'object' };
export const REGEXP: Type = { kind: 'regexp' };
export const NULL: Type = { kind: 'null' };
export const UNKNOWN: Type = { kind: 'unknown' };

export const arrayOf = (of: Type): Type => ({ kind: 'array', of });

/** As messages and documentation write it: `number`, `array<string>`. */
export const typeName = (type: Type): string =>
  type.kind === 'array' && type.of.kind !== 'unknown' ? `array<${typeName(type.of)}>` : type.kind;

export const sameType = (a: Type, b: Type): boolean =>
  a.kind === 'array' && b.kind === 'array' ? sameType(a.of, b.of) : a.kind === b.kind;

export const isScalar = (type: Type): boolean =>
  type.kind !== 'array' && type.kind !== 'object' && type.kind !== 'unknown' && type.kind !== 'null';
