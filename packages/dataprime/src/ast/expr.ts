import type { Span } from '@clearspan/text';
import type { Query } from './query.ts';

/** The six severities, in the order of their codes 1 to 6. */
export const SEVERITIES = ['DEBUG', 'VERBOSE', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const;
export type SeverityName = (typeof SEVERITIES)[number];

/** A name as written, with where. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** The row tree a keypath starts in; `d` when none is written. */
export type Root = 'd' | 'm' | 'l' | 'p';

export type PathStep =
  | { readonly kind: 'key'; readonly key: string; readonly span: Span } // .ident or ['text']
  | { readonly kind: 'index'; readonly index: number; readonly span: Span } // [0]
  | { readonly kind: 'dynamic'; readonly expr: Expr; readonly span: Span }; // [$p.variable]

/**
 * `$d.a['b.c'][0]`. `root` is null when none was written: the path then starts in `$d`.
 * `steps` may be empty only when a root is written (`$d` alone). `side` is set in join conditions: `left=>$d.id`.
 */
export interface KeypathExpr {
  readonly kind: 'keypath';
  readonly root: Root | null;
  readonly steps: readonly PathStep[];
  readonly side?: 'left' | 'right';
  readonly span: Span;
}

export interface NullExpr {
  readonly kind: 'null';
  readonly span: Span;
}
export interface BoolExpr {
  readonly kind: 'bool';
  readonly value: boolean;
  readonly span: Span;
}
/** `text` keeps the spelling (`1e3`, `-5`); `value` is its IEEE-754 double. */
export interface NumberExpr {
  readonly kind: 'number';
  readonly value: number;
  readonly text: string;
  readonly span: Span;
}
export interface StringExpr {
  readonly kind: 'string';
  readonly value: string;
  readonly span: Span;
}
/** `` `text {expr}` ``: texts and expressions in order. */
export interface TemplateExpr {
  readonly kind: 'template';
  readonly parts: readonly (
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'expr'; readonly expr: Expr }
  )[];
  readonly span: Span;
}
/** `1h30m`, in nanoseconds. `text` keeps the spelling. */
export interface IntervalExpr {
  readonly kind: 'interval';
  readonly nanos: bigint;
  readonly text: string;
  readonly span: Span;
}
/** `@'2024-01-01'`, `@1700000000`: nanoseconds since the epoch; `now` for `@'now'`. `text` keeps the spelling. */
export interface TimestampExpr {
  readonly kind: 'timestamp';
  readonly value: { readonly kind: 'now' } | { readonly kind: 'nanos'; readonly nanos: bigint };
  readonly text: string;
  readonly span: Span;
}
/** `@(expr)` and ``@`text{expr}` ``: evaluated for each row. */
export interface DynamicTimestampExpr {
  readonly kind: 'dynamic-timestamp';
  readonly expr: Expr;
  readonly span: Span;
}
/** `/pattern/`; `pattern` is the text between the slashes with `\/` unescaped. */
export interface RegexExpr {
  readonly kind: 'regex';
  readonly pattern: string;
  readonly span: Span;
}
export interface SeverityExpr {
  readonly kind: 'severity';
  readonly name: SeverityName;
  readonly span: Span;
}
export interface ArrayExpr {
  readonly kind: 'array';
  readonly items: readonly Expr[];
  readonly span: Span;
}
export type UnaryOp = '!' | '-';
export interface UnaryExpr {
  readonly kind: 'unary';
  readonly op: UnaryOp;
  readonly operand: Expr;
  readonly span: Span;
}
export type BinaryOp = '*' | '/' | '%' | '+' | '-' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '~' | '~~' | '&&' | '||';
export interface BinaryExpr {
  readonly kind: 'binary';
  readonly op: BinaryOp;
  readonly opSpan: Span;
  readonly left: Expr;
  readonly right: Expr;
  readonly span: Span;
}
export interface CastExpr {
  readonly kind: 'cast';
  readonly operand: Expr;
  readonly type: Name;
  readonly span: Span;
}
export interface Argument {
  /** Set for `name=value`. */
  readonly name: Name | null;
  readonly value: Expr;
  readonly span: Span;
}
/** `f(a, b)` or, with `receiver`, `a.f(b)`: the receiver is the first argument. */
export interface CallExpr {
  readonly kind: 'call';
  readonly name: Name;
  readonly receiver: Expr | null;
  readonly args: readonly Argument[];
  readonly span: Span;
}
/** A step after something that is not a plain keypath: `arraySplit(n, ' ')[1]`, `f(x).key`. */
export interface AccessExpr {
  readonly kind: 'access';
  readonly operand: Expr;
  readonly step: PathStep;
  readonly span: Span;
}
export type CaseForm = 'case' | 'case_contains' | 'case_equals' | 'case_greaterthan' | 'case_lessthan';
export interface CaseArm {
  readonly when: Expr;
  readonly then: Expr;
  readonly span: Span;
}
/** `subject` is null for plain `case`. */
export interface CaseExpr {
  readonly kind: 'case';
  readonly form: CaseForm;
  readonly subject: Expr | null;
  readonly arms: readonly CaseArm[];
  readonly otherwise: Expr | null;
  readonly span: Span;
}
/** `(| source … |)`: the single output column as an array. */
export interface SubqueryExpr {
  readonly kind: 'subquery';
  readonly query: Query;
  readonly span: Span;
}
/** Written parentheses are kept, so that the formatter can keep them where they matter. */
export interface ParenExpr {
  readonly kind: 'paren';
  readonly expr: Expr;
  readonly span: Span;
}
/** Stands where an expression could not be read; a diagnostic covers it. */
export interface ErrorExpr {
  readonly kind: 'error';
  readonly span: Span;
}

export type Expr =
  | KeypathExpr
  | NullExpr
  | BoolExpr
  | NumberExpr
  | StringExpr
  | TemplateExpr
  | IntervalExpr
  | TimestampExpr
  | DynamicTimestampExpr
  | RegexExpr
  | SeverityExpr
  | ArrayExpr
  | UnaryExpr
  | BinaryExpr
  | CastExpr
  | CallExpr
  | AccessExpr
  | CaseExpr
  | SubqueryExpr
  | ParenExpr
  | ErrorExpr;
