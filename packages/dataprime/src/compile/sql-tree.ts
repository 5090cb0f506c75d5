/**
 * The part of ClickHouse SQL that the compiler speaks, as data. Text that came from a query can stand only in
 * `string` nodes; every identifier and function name is the compiler's own.
 */
export type SqlExpr =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'string'; readonly value: string }
  /** An IEEE-754 double. */
  | { readonly kind: 'number'; readonly value: number }
  /** A 64-bit signed integer: nanoseconds, a position, a code. */
  | { readonly kind: 'int'; readonly value: bigint }
  /** A small whole number that an engine function wants bare: a scale, an array index. */
  | { readonly kind: 'plain'; readonly value: number }
  | { readonly kind: 'null' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | {
      readonly kind: 'call';
      readonly name: string;
      /** `quantile(0.5)(x)`: the first pair of parentheses. */
      readonly params: readonly SqlExpr[] | null;
      readonly args: readonly SqlExpr[];
    }
  | { readonly kind: 'infix'; readonly op: SqlInfix; readonly left: SqlExpr; readonly right: SqlExpr }
  | { readonly kind: 'lambda'; readonly params: readonly string[]; readonly body: SqlExpr }
  | { readonly kind: 'array'; readonly items: readonly SqlExpr[] }
  | { readonly kind: 'subscript'; readonly of: SqlExpr; readonly index: SqlExpr }
  /** The one value of a SELECT of one row and one column. */
  | { readonly kind: 'scalar'; readonly select: SqlSelect }
  /** Whether a value is in the one column of a SELECT. */
  | { readonly kind: 'in'; readonly of: SqlExpr; readonly select: SqlSelect }
  /** The number of a row in an order, from 1. */
  | { readonly kind: 'row-number'; readonly orderBy: readonly SqlOrder[] };

export type SqlInfix = '+' | '-' | '*' | '/' | '%' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'AND' | 'OR';

export interface SqlOrder {
  readonly expr: SqlExpr;
  readonly descending: boolean;
}

/** What a SELECT yields: an expression, under its own name or another. */
export interface SqlOutput {
  readonly expr: SqlExpr;
  readonly as: string | null;
}

/** The rows of a file. The path is absolute and holds no wildcard. */
export interface SqlFile {
  readonly path: string;
  readonly format: 'LineAsString' | 'RowBinary';
  /** Names and types of the columns. */
  readonly structure: string;
}

/** One SELECT. Clauses run in ClickHouse's order; a stage that needs another order wraps this in a new level. */
export interface SqlSelect {
  /** Columns that other clauses name and the result does not hold. */
  readonly with: readonly { readonly expr: SqlExpr; readonly as: string }[];
  readonly columns: readonly SqlOutput[];
  readonly from:
    | { readonly kind: 'table'; readonly name: string }
    | { readonly kind: 'file'; readonly file: SqlFile }
    | { readonly kind: 'select'; readonly select: SqlSelect }
    | {
        readonly kind: 'join';
        readonly mode: 'left' | 'inner' | 'full' | 'cross';
        readonly left: SqlSelect;
        readonly right: SqlSelect;
        readonly on: readonly (readonly [left: string, right: string])[];
      }
    | { readonly kind: 'union'; readonly selects: readonly SqlSelect[] };
  /** A row for each element of an array column; null for one row each. */
  readonly unnest: { readonly of: string; readonly as: string } | null;
  readonly where: readonly SqlExpr[];
  /** Null: no GROUP BY. Empty: one group of everything. */
  readonly groupBy: readonly SqlExpr[] | null;
  readonly having: SqlExpr | null;
  readonly orderBy: readonly SqlOrder[];
  readonly limitBy: { readonly count: number; readonly by: readonly SqlExpr[] } | null;
  readonly limit: number | null;
}
