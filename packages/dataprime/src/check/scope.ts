import type { Span } from '@clearspan/text';
import type { Expr } from '../ast/expr.ts';
import type { Query } from '../ast/query.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Diagnostic, Fix, Severity } from '../diagnostics/diagnostic.ts';
import type { EngineField } from '../schema/engine-fields.ts';
import type { SchemaField, SchemaTable } from '../schema/schema-source.ts';
import type { CheckedColumn, CheckedQuery, ColumnId, RowShape, TypedExpr } from './checked.ts';
import type { ParameterValue } from './parameter-value.ts';

/** Where in a query an expression stands: aggregations are legal in `aggregate` and nowhere else. */
type Place = 'row' | 'aggregate' | 'inside-aggregation' | 'constant';

/** What one check shares between its stages. */
export interface Session {
  readonly text: string;
  readonly dataset: string;
  readonly engine: readonly EngineField[];
  /** Null when nothing is known of the data. */
  readonly fields: readonly SchemaField[] | null;
  /** What is known of another data set, which a query inside this one may read. */
  readonly fieldsOf: (dataset: string) => readonly SchemaField[] | null;
  /** The tables there are; null when nothing is known of them. */
  readonly tables: readonly SchemaTable[] | null;
  /** The data set of a query that names none. */
  readonly defaultDataset: string;
  /** How many queries inside the query there are, this one counted. */
  readonly nextSubquery: () => number;
  /** What the caller gives for `$p.name`. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly strictFields: boolean;
  /** Whether unknown fields are compared with all known ones, to say what was meant. */
  readonly hints: boolean;
  readonly nextColumn: () => ColumnId;
  readonly diagnostics: Diagnostic[];
}

/** What an expression can see. */
export interface Scope {
  readonly session: Session;
  readonly shape: RowShape;
  readonly place: Place;
  /** Keys of the grouping whose aggregations are checked, by the text they are written or named with. */
  readonly groupKeys?: ReadonlyMap<string, Expr>;
  /** After a stage this version cannot check, any name may exist. */
  readonly blurred: boolean;
  /** Types an expression; here because operators, calls and cases hold expressions in turn. */
  readonly check: (scope: Scope, expr: Expr) => TypedExpr;
  /** Checks a query inside the query; here because its stages are stages like any. Null when it cannot be run. */
  readonly checkQuery: (scope: Scope, query: Query) => CheckedSubquery | null;
}

/** A query inside another, and what its rows hold. */
export interface CheckedSubquery {
  readonly query: CheckedQuery;
  readonly scope: Scope;
}

export const report = (
  session: Session,
  code: DiagnosticCode,
  severity: Severity,
  message: string,
  span: Span,
  fix?: Fix,
): void => {
  session.diagnostics.push(
    fix === undefined ? { code, severity, message, span } : { code, severity, message, span, fix },
  );
};

export const error = (scope: Scope, code: DiagnosticCode, message: string, span: Span, fix?: Fix): void =>
  report(scope.session, code, 'error', message, span, fix);
export const warn = (scope: Scope, code: DiagnosticCode, message: string, span: Span, fix?: Fix): void =>
  report(scope.session, code, 'warning', message, span, fix);

/** Stands where an expression is wrong; a diagnostic covers it. It fits anywhere, so that one fault is told once. */
export const wrong = (span: Span): TypedExpr => ({ kind: 'null', type: { kind: 'unknown' }, span });

/** What reads a computed column. */
export const columnOf = ({ id, expr }: CheckedColumn): TypedExpr => ({
  kind: 'column',
  id,
  stored: expr.type,
  path: [],
  type: expr.type,
  span: expr.span,
});

export const sourceText = (scope: Scope, span: Span): string => scope.session.text.slice(span.start, span.end);
