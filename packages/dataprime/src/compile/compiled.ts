import type { Span } from '@clearspan/text';
import type { RowRoot } from '../check/checked.ts';
import type { Type } from '../types/type.ts';
import type { TimeRange } from './compile-context.ts';

/** One column of the SQL result, in its order. `path` is where it stands in the row; `type` how it is decoded. */
export interface OutputColumn {
  readonly root: RowRoot;
  readonly path: readonly string[];
  readonly type: Type;
}

/**
 * How a row is put together from its columns, in order. `set` writes a value at its path; with `omitNull` a null is
 * left out. `merge` writes every key of an object. `remove` takes a key away.
 */
export type AssemblyStep =
  | { readonly kind: 'set'; readonly column: number; readonly omitNull: boolean }
  | { readonly kind: 'merge'; readonly column: number }
  | { readonly kind: 'remove'; readonly root: RowRoot; readonly path: readonly string[] };

export interface Compiled {
  readonly sql: string;
  readonly columns: readonly OutputColumn[];
  readonly assembly: readonly AssemblyStep[];
  readonly warnings: readonly { readonly message: string; readonly span: Span }[];
  /** `byQuery`: the query's own limit decides, so reaching it cuts nothing the query asked for. */
  readonly limits: { readonly rowsMax: number; readonly byQuery: boolean };
  /** The rows are the newest of their kind: found in a part of the window, older ones are not looked for. */
  readonly newestFirst: boolean;
  /** Where the source looks. */
  readonly timeRange: TimeRange;
}

/** Why a plan cannot be compiled. */
export interface CompileFailure {
  readonly code: 'DP4001' | 'DP2003' | 'DP2009';
  readonly message: string;
  readonly span: Span;
}
export type CompileResult =
  | { readonly ok: true; readonly compiled: Compiled }
  | { readonly ok: false; readonly error: CompileFailure };
