import type { Path, RowRoot } from '../check/checked.ts';
import type { Type } from '../types/type.ts';
import type { SqlExpr } from './sql-tree.ts';
import type { Value } from './value.ts';

/** A part of a stored row that a result of open rows carries. A null value is left out of the row. */
export interface TreePart {
  readonly root: RowRoot;
  /** Empty: the value is an object whose keys are the tree's. */
  readonly path: readonly string[];
  readonly value: Value;
}

/** How one table holds the rows of a data set. Expressions use only the table's own column names. */
export interface Table {
  readonly name: string;
  /** A `DateTime64(9, 'UTC')` column by which the table is ordered and partitioned; null where rows are read whatever their time. */
  readonly timeColumn: string | null;
  /** The rows are the lines of this file rather than a stored table. Absolute, without wildcards. */
  readonly file?: string;
  /** Conditions of every row, computed before those of the query. */
  readonly guards?: readonly SqlExpr[];
  /** What tells the rows of this data set from others in the table; nothing when absent. */
  readonly where?: readonly SqlExpr[];
  /**
   * A field of the row, in the type nearest to `type` that the table has. MUST be null for rows without the field,
   * and for rows whose value is stored as another type when `type` is known. The caller converts what remains.
   */
  readonly read: (root: RowRoot, path: Path, type: Type) => Value;
  /** The field cast to `type` (§2.3), or null when the caller should cast what `read` yields. */
  readonly cast: (root: RowRoot, path: Path, type: Type) => Value | null;
  /**
   * Whether a text field equals one of these literals: true or false, never null. Null when there is no faster way
   * than comparing what `read` yields.
   */
  readonly isOneOf: (root: RowRoot, path: Path, literals: readonly string[]) => SqlExpr | null;
  /** The whole stored row, for results of open rows. */
  readonly trees: readonly TreePart[];
}

/** Where data sets live. */
export interface Storage {
  /** Null for a data set this storage does not hold. */
  readonly table: (dataset: string) => Table | null;
}
