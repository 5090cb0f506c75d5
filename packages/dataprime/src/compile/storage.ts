import type { Path, RowRoot } from '../check/checked.ts';
import type { ScalarKind, Type } from '../types/type.ts';
import type { SqlExpr, SqlFile } from './sql-tree.ts';
import type { Value } from './value.ts';

/** How a field is compared with a constant. */
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

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
  /**
   * What rows are ordered by first: the beginning of the time unit that the row's time is in, which the engine computes by
   * `column`. Null where the order of rows does not begin with their time.
   */
  readonly timeBucket: { readonly column: SqlExpr; readonly unitSeconds: number } | null;
  /** The rows are those of this file rather than of a stored table. */
  readonly file?: SqlFile;
  /** Conditions of every row, computed before those of the query. */
  readonly guards?: readonly SqlExpr[];
  /** What tells the rows of this data set from others in the table; nothing when absent. */
  readonly where?: readonly SqlExpr[];
  /**
   * A field of the row, in the type nearest to `type` that the table has. MUST be null for rows without the field,
   * and for rows whose value is stored as another type when `type` is known. The caller converts what remains. `among`:
   * what a value of unknown type can be, when that is known.
   */
  readonly read: (root: RowRoot, path: Path, type: Type, among?: readonly ScalarKind[]) => Value;
  /** The field cast to `type` (§2.3), or null when the caller should cast what `read` yields. */
  readonly cast: (root: RowRoot, path: Path, type: Type) => Value | null;
  /**
   * Whether a text field equals one of these literals: true or false, never null. Null when there is no faster way
   * than comparing what `read` yields.
   */
  readonly isOneOf: (root: RowRoot, path: Path, literals: readonly string[]) => SqlExpr | null;
  /** The elements of an array field as JSON texts, null among them as `null`; none where there is no array. Null when the caller should take what `read` yields. */
  readonly elements: (root: RowRoot, path: Path) => SqlExpr | null;
  /**
   * Whether a number, or the code of a severity, stands so to a constant: true or false, never null. Null when there is
   * no faster way than comparing what `read` yields.
   */
  readonly compares: (root: RowRoot, path: Path, op: Comparison, constant: number) => SqlExpr | null;
  /** A column that is never null and brings rows into the order of the field, those without the field last; else null. */
  readonly orderColumn: (root: RowRoot, path: Path, descending: boolean) => SqlExpr | null;
  /**
   * Where to look for words of a text field: the text, empty where there is none, and whether the record has all the
   * words somewhere, in which case alone the text can have them. Null when no index knows. `words` are lower-case ASCII
   * letters and digits. MUST stand only in conditions on the rows of the table itself: the index holds words in lower
   * case, and where the engine does not ask it, the same expression would compare case.
   */
  readonly wordsIn: (
    root: RowRoot,
    path: Path,
    words: readonly string[],
  ) => { readonly text: SqlExpr; readonly present: SqlExpr } | null;
  /** The whole stored row, for results of open rows. */
  readonly trees: readonly TreePart[];
}

/** Where data sets live. */
export interface Storage {
  /** Null for a data set this storage does not hold. */
  readonly table: (dataset: string) => Table | null;
}
