import type { SqlExpr } from '../compile/sql-tree.ts';
import type { Value } from '../compile/value.ts';
import type { Type } from '../types/type.ts';

/** What a parameter accepts, or how a result follows from the arguments. */
export type Pattern =
  | Type
  | { readonly kind: 'array'; readonly of: Pattern }
  /** One type for every place of the same name in one call. */
  | { readonly kind: 'var'; readonly name: 'T' | 'U' }
  /** Any value; it is turned into text as a cast to `string` does. */
  | { readonly kind: 'text' }
  /** Any value, as it is. */
  | { readonly kind: 'any' }
  /** A string or a regular expression. */
  | { readonly kind: 'string-or-regexp' };

export interface Parameter {
  readonly name: string;
  /** What other pages of the documentation call it; an argument may be named so too. */
  readonly otherName: string | null;
  readonly type: Pattern;
  readonly optional: boolean;
  /** Takes this argument and all that follow. Only the last parameter. */
  readonly variadic: boolean;
  /** Must be written in the query, not computed. */
  readonly literal: boolean;
}

export type LiteralArgument = string | number | boolean | bigint;

/** One call to lower: arguments in parameter order, null where an optional one was left out. */
export interface LowerCall {
  readonly args: readonly SqlExpr[];
  readonly values: readonly (Value | null)[];
  readonly type: Type;
  /** The value of a parameter that must be a literal; null when it was left out. */
  readonly literal: (parameter: string) => LiteralArgument | null;
  /** Nanoseconds since the epoch: the one `now` of the query. */
  readonly nowNanos: bigint;
  /** A number that no other call in this query got: tells two random generators apart. */
  readonly seed: () => number;
  /** Whether `matches` must cover the whole text. */
  readonly matchesWholeText: boolean;
}

export type Lower = (call: LowerCall) => SqlExpr | Value;

/**
 * `propagate`: ClickHouse yields null for a null argument by itself. `strict`: the engine function refuses nullable
 * arguments, so the compiler guards the call. `handled`: the function itself says what null means.
 */
export type NullRule = 'propagate' | 'strict' | 'handled';

export type FunctionFamily =
  | 'aggregation'
  | 'general'
  | 'string'
  | 'encoding'
  | 'number'
  | 'ip'
  | 'url'
  | 'uuid'
  | 'time'
  | 'array';

export interface FunctionDef {
  readonly name: string;
  readonly family: FunctionFamily;
  readonly parameters: readonly Parameter[];
  readonly returns: Pattern;
  readonly nulls: NullRule;
  readonly doc: string;
  /** A DataPrime expression and the value it has, as JSON; timestamps as ISO 8601, intervals as text. */
  readonly example: { readonly text: string; readonly result: unknown };
  /** The spelling to use instead. */
  readonly deprecated: string | null;
  /** How it is written for the engine; null when this version does not run it yet. */
  readonly lower: Lower | null;
}
