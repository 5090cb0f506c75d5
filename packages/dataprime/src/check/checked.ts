import type { Span } from '@clearspan/text';
import type { BinaryOp, CaseForm, SeverityName } from '../ast/expr.ts';
import type { Direction, JoinMode } from '../ast/stage.ts';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import type { FunctionDef } from '../functions/function-def.ts';
import type { ScalarKind, Type } from '../types/type.ts';

export type RowRoot = 'm' | 'l' | 'd';
export type PathKey = string | number;
export type Path = readonly PathKey[];
/** A computed column of a row; unique in one query. */
export type ColumnId = number;

/** An expression whose names and types are resolved. */
export type TypedExpr = { readonly span: Span; readonly type: Type } & (
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'interval'; readonly nanos: bigint }
  | { readonly kind: 'timestamp'; readonly nanos: bigint }
  | { readonly kind: 'regexp'; readonly pattern: string }
  | { readonly kind: 'severity'; readonly name: SeverityName }
  /** The one `now` of the query, or an edge of the caller's window. */
  | { readonly kind: 'parameter'; readonly name: 'now' | 'startTime' | 'endTime' | 'suggestedInterval' }
  /** A field of the stored row, read as `type`. `among`: the types its values have, when they are several scalar ones. */
  | { readonly kind: 'field'; readonly root: RowRoot; readonly path: Path; readonly among?: readonly ScalarKind[] }
  /** A computed column, or a path inside one. `stored` is the column's own type. */
  | { readonly kind: 'column'; readonly id: ColumnId; readonly stored: Type; readonly path: Path }
  | { readonly kind: 'object'; readonly base: TypedExpr | null; readonly changes: readonly KeyChange[] }
  | { readonly kind: 'array'; readonly items: readonly TypedExpr[] }
  | { readonly kind: 'template'; readonly parts: readonly TypedExpr[] }
  | { readonly kind: 'not'; readonly operand: TypedExpr }
  | { readonly kind: 'negate'; readonly operand: TypedExpr }
  | { readonly kind: 'presence'; readonly operand: TypedExpr; readonly present: boolean }
  | { readonly kind: 'binary'; readonly op: BinaryOp; readonly left: TypedExpr; readonly right: TypedExpr }
  | { readonly kind: 'cast'; readonly operand: TypedExpr }
  /** A value used as another type without a cast. */
  | { readonly kind: 'use'; readonly operand: TypedExpr }
  | { readonly kind: 'call'; readonly fn: FunctionDef; readonly args: readonly (TypedExpr | null)[] }
  | { readonly kind: 'access'; readonly operand: TypedExpr; readonly path: Path }
  /** The values of the one column of another query, as an array. */
  | { readonly kind: 'subquery'; readonly query: CheckedQuery; readonly column: ColumnId }
  | {
      readonly kind: 'case';
      readonly form: CaseForm;
      readonly subject: TypedExpr | null;
      readonly arms: readonly { readonly when: TypedExpr; readonly result: TypedExpr }[];
      readonly otherwise: TypedExpr | null;
    }
);

/** A changed key of an object. No value takes the key away; an optional one that is null changes nothing. */
export interface KeyChange {
  readonly path: readonly string[];
  readonly value: TypedExpr | null;
  readonly optional: boolean;
}

/** A key of a row beyond its stored fields: set to a computed column, or taken away. */
export type Slot =
  | {
      readonly kind: 'set';
      readonly root: RowRoot;
      readonly path: Path;
      readonly id: ColumnId;
      readonly type: Type;
      /** Where the column is null the row has no such key: what was written to a key that only some rows have. */
      readonly optional: boolean;
    }
  | { readonly kind: 'remove'; readonly root: RowRoot; readonly path: Path };

/**
 * What a row holds between two stages. `stored`: the fields of the data set are still there, changed by `slots` in
 * order. Otherwise the row is closed and `slots` are all its keys.
 */
export interface RowShape {
  readonly stored: boolean;
  readonly slots: readonly Slot[];
  /** Closed by an `explode` that could have kept the other keys: how it is made to. */
  readonly exploded?: Fix;
}

export interface CheckedColumn {
  readonly id: ColumnId;
  readonly root: RowRoot;
  readonly path: Path;
  readonly expr: TypedExpr;
}
export interface CheckedOrder {
  readonly expr: TypedExpr;
  readonly direction: Direction;
}
export type CheckedFrame =
  | { readonly kind: 'around'; readonly at: TypedExpr; readonly interval: TypedExpr | null }
  | { readonly kind: 'between'; readonly from: TypedExpr; readonly to: TypedExpr }
  | { readonly kind: 'last'; readonly interval: TypedExpr }
  | { readonly kind: 'timeshifted'; readonly interval: TypedExpr };

/** A stage reduced to what it does to rows; `command` is the one that was written. */
export type CheckedStage = { readonly command: string; readonly span: Span; readonly shape: RowShape } & (
  | { readonly kind: 'filter'; readonly condition: TypedExpr; readonly keep: boolean }
  | { readonly kind: 'limit'; readonly count: number }
  | { readonly kind: 'sort'; readonly keys: readonly CheckedOrder[] }
  | {
      readonly kind: 'dedupe';
      readonly keys: readonly TypedExpr[];
      readonly keep: number;
      readonly order: readonly CheckedOrder[];
    }
  /** Computes columns; the shape says what becomes of the row. */
  | { readonly kind: 'extend'; readonly columns: readonly CheckedColumn[] }
  | { readonly kind: 'group'; readonly keys: readonly CheckedColumn[]; readonly aggregates: readonly CheckedColumn[] }
  /** Numbers the rows in their order, from 1. */
  | { readonly kind: 'number'; readonly id: ColumnId }
  /** A row for each element of an array; the column holds the element. */
  | { readonly kind: 'explode'; readonly items: TypedExpr; readonly id: ColumnId }
  /** These rows beside those of another query whose keys are equal; the column holds the other row, null without one. */
  | {
      readonly kind: 'join';
      readonly mode: JoinMode;
      readonly query: CheckedQuery;
      readonly keys: readonly { readonly left: TypedExpr; readonly right: TypedExpr }[];
      readonly row: ColumnId;
      /** Columns of the other query that later stages read beside its row. */
      readonly beside: readonly ColumnId[];
    }
  /** The rows of another query below these; both hold the columns that the shape names. */
  | { readonly kind: 'union'; readonly query: CheckedQuery }
);

export interface CheckedSource {
  readonly dataset: string;
  readonly frame: CheckedFrame | null;
  readonly span: Span;
}

export interface CheckedQuery {
  readonly source: CheckedSource;
  readonly stages: readonly CheckedStage[];
  /** The rows after the last stage. */
  readonly shape: RowShape;
}

/** `query` is null when a diagnostic is an error. */
export interface Checked {
  readonly query: CheckedQuery | null;
  readonly diagnostics: readonly Diagnostic[];
}
