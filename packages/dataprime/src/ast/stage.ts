import type { Span } from '@clearspan/text';
import type { Expr, KeypathExpr, Name } from './expr.ts';
import type { Query } from './query.ts';

/** An expression with its optional `as` name. */
export interface Column {
  readonly expr: Expr;
  readonly alias: KeypathExpr | null;
  readonly span: Span;
}
export type Direction = 'asc' | 'desc';
export interface OrderKey {
  readonly expr: Expr;
  /** Null when not written: ascending. */
  readonly direction: Direction | null;
  readonly span: Span;
}
export interface TypedKey {
  readonly path: KeypathExpr;
  readonly type: Name;
  readonly span: Span;
}

/** Every stage carries the command as written (an alias keeps its spelling) and its span. */
interface StageBase {
  readonly keyword: Name;
  readonly span: Span;
}

export type TimeFrame =
  | { readonly kind: 'around'; readonly at: Expr; readonly interval: Expr | null; readonly span: Span }
  | { readonly kind: 'between'; readonly from: Expr; readonly to: Expr; readonly span: Span }
  | { readonly kind: 'last'; readonly interval: Expr; readonly span: Span }
  | { readonly kind: 'timeshifted'; readonly interval: Expr; readonly span: Span };

export interface SourceStage extends StageBase {
  readonly kind: 'source';
  /** `['logs']`, `['default', 'logs']`, `['system', 'aaa.audit_events']`. */
  readonly dataset: readonly Name[];
  readonly params: readonly { readonly name: Name; readonly value: Expr }[];
  readonly frame: TimeFrame | null;
}
export interface FilterStage extends StageBase {
  readonly kind: 'filter';
  readonly condition: Expr;
}
export interface BlockStage extends StageBase {
  readonly kind: 'block';
  readonly condition: Expr;
}
export interface FindStage extends StageBase {
  readonly kind: 'find';
  readonly phrase: Expr;
  readonly target: KeypathExpr;
}
export interface WildfindStage extends StageBase {
  readonly kind: 'wildfind';
  readonly phrase: Expr;
}
export interface LuceneStage extends StageBase {
  readonly kind: 'lucene';
  readonly query: Expr;
}
export interface LimitStage extends StageBase {
  readonly kind: 'limit';
  readonly count: Expr;
}
export interface DedupebyStage extends StageBase {
  readonly kind: 'dedupeby';
  readonly keys: readonly Expr[];
  readonly keep: Expr | null;
  readonly order: readonly OrderKey[];
}
export interface ChooseStage extends StageBase {
  readonly kind: 'choose';
  readonly columns: readonly Column[];
}
export type OnAction = 'fail' | 'skip' | 'overwrite' | 'create';
export interface OnClause {
  readonly event: 'exists' | 'missing' | 'datatype';
  readonly action: OnAction;
  readonly span: Span;
}
export interface CreateStage extends StageBase {
  readonly kind: 'create';
  readonly target: KeypathExpr;
  readonly value: Expr;
  /** `create kp from e`, or `create e as kp`. */
  readonly form: 'from' | 'as';
  readonly on: readonly OnClause[];
}
export interface ReplaceStage extends StageBase {
  readonly kind: 'replace';
  readonly target: KeypathExpr;
  readonly value: Expr;
  readonly on: readonly OnClause[];
}
export interface MoveStage extends StageBase {
  readonly kind: 'move';
  readonly from: KeypathExpr;
  readonly to: KeypathExpr;
}
export interface RemoveStage extends StageBase {
  readonly kind: 'remove';
  readonly paths: readonly KeypathExpr[];
}
export interface ConvertStage extends StageBase {
  readonly kind: 'convert';
  readonly datatypesWritten: boolean;
  readonly keys: readonly TypedKey[];
}
export interface RedactStage extends StageBase {
  readonly kind: 'redact';
  readonly path: KeypathExpr;
  readonly matching: Expr;
  readonly replacement: Expr;
}
export interface RoundtimeStage extends StageBase {
  readonly kind: 'roundtime';
  readonly source: Expr | null;
  readonly interval: Expr;
  readonly into: KeypathExpr | null;
}
export interface ExtractStage extends StageBase {
  readonly kind: 'extract';
  readonly source: Expr;
  readonly into: KeypathExpr;
  readonly extractor: Name;
  readonly args: readonly { readonly name: Name | null; readonly value: Expr; readonly span: Span }[];
  readonly datatypes: readonly TypedKey[];
}
export interface ExplodeStage extends StageBase {
  readonly kind: 'explode';
  readonly source: Expr;
  readonly into: KeypathExpr;
  readonly original: 'discard' | 'preserve' | null;
}
export interface EnrichStage extends StageBase {
  readonly kind: 'enrich';
  readonly source: Expr;
  readonly into: KeypathExpr;
  readonly table: readonly Name[];
}
export interface AggregateStage extends StageBase {
  readonly kind: 'aggregate';
  readonly aggregates: readonly Column[];
}
export interface GroupbyStage extends StageBase {
  readonly kind: 'groupby';
  readonly keys: readonly Column[];
  /** The word before the aggregates as written: `aggregate`, `agg`, `calculate`, `calc`; null when left out. */
  readonly aggregateKeyword: Name | null;
  readonly aggregates: readonly Column[];
}
export interface MultigroupbyStage extends StageBase {
  readonly kind: 'multigroupby';
  readonly sets: readonly (readonly Column[])[];
  readonly aggregateKeyword: Name | null;
  readonly aggregates: readonly Column[];
}
export interface CountStage extends StageBase {
  readonly kind: 'count';
  readonly into: KeypathExpr | null;
}
export interface CountbyStage extends StageBase {
  readonly kind: 'countby';
  readonly keys: readonly Column[];
  readonly into: KeypathExpr | null;
  readonly direction: Direction | null;
}
export interface DistinctStage extends StageBase {
  readonly kind: 'distinct';
  readonly columns: readonly Column[];
}
export interface TopStage extends StageBase {
  readonly kind: 'top' | 'bottom';
  readonly count: Expr;
  readonly columns: readonly Column[];
  readonly by: readonly Column[];
}
export interface OrderbyStage extends StageBase {
  readonly kind: 'orderby';
  readonly keys: readonly OrderKey[];
}
export type JoinMode = 'left' | 'inner' | 'full' | 'cross';
export interface JoinStage extends StageBase {
  readonly kind: 'join';
  readonly mode: JoinMode;
  /** Whether the mode was written; `left` otherwise. */
  readonly modeWritten: boolean;
  readonly query: Query;
  readonly match:
    | { readonly kind: 'on'; readonly pairs: readonly { readonly left: KeypathExpr; readonly right: KeypathExpr }[] }
    | { readonly kind: 'using'; readonly keys: readonly KeypathExpr[] }
    | null;
  readonly into: KeypathExpr | null;
}
export interface UnionStage extends StageBase {
  readonly kind: 'union';
  readonly query: Query;
}
export interface StitchStage extends StageBase {
  readonly kind: 'stitch';
  readonly query: Query;
  readonly into: KeypathExpr;
  readonly merge: boolean;
}
/** Stands where a stage could not be read; a diagnostic covers it. `keyword` is whatever stood there. */
export interface ErrorStage extends StageBase {
  readonly kind: 'error';
}

export type Stage =
  | SourceStage
  | FilterStage
  | BlockStage
  | FindStage
  | WildfindStage
  | LuceneStage
  | LimitStage
  | DedupebyStage
  | ChooseStage
  | CreateStage
  | ReplaceStage
  | MoveStage
  | RemoveStage
  | ConvertStage
  | RedactStage
  | RoundtimeStage
  | ExtractStage
  | ExplodeStage
  | EnrichStage
  | AggregateStage
  | GroupbyStage
  | MultigroupbyStage
  | CountStage
  | CountbyStage
  | DistinctStage
  | TopStage
  | OrderbyStage
  | JoinStage
  | UnionStage
  | StitchStage
  | ErrorStage;
