import type { CheckedQuery, TypedExpr } from '../check/checked.ts';
import type { CompileContext } from './compile-context.ts';
import type { SqlOutput, SqlSelect } from './sql-tree.ts';
import type { Table } from './storage.ts';
import type { Value } from './value.ts';

/** What lowering an expression needs to know. */
export interface LowerContext {
  readonly table: Table;
  readonly context: CompileContext;
  /** A number that no other call got. */
  readonly seed: () => number;
  /** A SELECT of the rows of a query inside the query, under the given names of its columns. */
  readonly subquery: (query: CheckedQuery, outputs: readonly SqlOutput[]) => SqlSelect;
  /** Lowers an expression; here because operators and calls hold expressions in turn. */
  readonly lower: (expr: TypedExpr, context: LowerContext) => Value;
}
