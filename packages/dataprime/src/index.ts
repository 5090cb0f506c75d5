export {
  type AccessExpr,
  type Argument,
  type ArrayExpr,
  type BinaryExpr,
  type BinaryOp,
  type BoolExpr,
  type CallExpr,
  type CaseArm,
  type CaseExpr,
  type CaseForm,
  type CastExpr,
  type DynamicTimestampExpr,
  type ErrorExpr,
  type Expr,
  type IntervalExpr,
  type KeypathExpr,
  type Name,
  type NullExpr,
  type NumberExpr,
  type ParenExpr,
  type PathStep,
  type RegexExpr,
  type Root,
  SEVERITIES,
  type SeverityExpr,
  type SeverityName,
  type StringExpr,
  type SubqueryExpr,
  type TemplateExpr,
  type TimestampExpr,
  type UnaryExpr,
  type UnaryOp,
} from './ast/expr.ts';
export { type Node, nodesAt } from './ast/nodes-at.ts';
export type { Comment, Query } from './ast/query.ts';
export type {
  AggregateStage,
  BlockStage,
  ChooseStage,
  Column,
  ConvertStage,
  CountbyStage,
  CountStage,
  CreateStage,
  DedupebyStage,
  Direction,
  DistinctStage,
  EnrichStage,
  ErrorStage,
  ExplodeStage,
  ExtractStage,
  FilterStage,
  FindStage,
  GroupbyStage,
  JoinMode,
  JoinStage,
  LimitStage,
  LuceneStage,
  MoveStage,
  MultigroupbyStage,
  OnAction,
  OnClause,
  OrderbyStage,
  OrderKey,
  RedactStage,
  RemoveStage,
  ReplaceStage,
  RoundtimeStage,
  SourceStage,
  Stage,
  StitchStage,
  TimeFrame,
  TopStage,
  TypedKey,
  UnionStage,
  WildfindStage,
} from './ast/stage.ts';
export { type CheckInput, type CheckOptions, check } from './check/check.ts';
export type {
  Checked,
  CheckedColumn,
  CheckedFrame,
  CheckedOrder,
  CheckedQuery,
  CheckedSource,
  CheckedStage,
  ColumnId,
  Path,
  PathKey,
  RowRoot,
  RowShape,
  Slot,
  TypedExpr,
} from './check/checked.ts';
export type { ParameterValue } from './check/parameter-value.ts';
export { pathText } from './check/path.ts';
export { type BatchSource, batchStorage } from './compile/batch-table.ts';
export { compile } from './compile/compile.ts';
export { type CompileContext, suggestedInterval, type TimeRange } from './compile/compile-context.ts';
export type { AssemblyStep, Compiled, CompileFailure, CompileResult, OutputColumn } from './compile/compiled.ts';
export { flatKey } from './compile/json-path.ts';
export { isPlainKey, type LineField, type LineHead, type LineReads } from './compile/line-field.ts';
export { linesStorage } from './compile/lines-table.ts';
export { stringLiteral } from './compile/literal.ts';
export { otelStorage } from './compile/otel-storage.ts';
export { refusalIn } from './compile/refusal.ts';
export type { SqlExpr } from './compile/sql-tree.ts';
export type { Storage, Table, TreePart } from './compile/storage.ts';
export type { Value } from './compile/value.ts';
export { writtenStorage } from './compile/written-spans-table.ts';
export { completeAt } from './complete/complete-at.ts';
export type {
  CompleteOptions,
  Completion,
  CompletionItem,
  CompletionKind,
  SeenValues,
} from './complete/completion.ts';
export { type Complexity, type Contribution, complexity } from './complexity/complexity.ts';
export { applyFix } from './diagnostics/apply-fix.ts';
export { CODES, type DiagnosticCode } from './diagnostics/codes.ts';
export type { Diagnostic, Fix, Severity } from './diagnostics/diagnostic.ts';
export { explainPlan, type PlanVersion } from './explain/explain-plan.ts';
export { explainQuery } from './explain/explain-query.ts';
export { type Formatted, format } from './format/format.ts';
export type { FunctionDef, FunctionFamily, NullRule, Parameter, Pattern } from './functions/function-def.ts';
export {
  FUNCTION_NAMES,
  FUNCTIONS,
  findAggregation,
  findScalar,
  SCALAR_FUNCTIONS,
} from './functions/registry.ts';
export { type Highlight, type HighlightKind, highlight } from './highlight/highlight.ts';
export type { Hover, HoverOptions } from './hover/hover.ts';
export { hoverAt } from './hover/hover-at.ts';
export { quote } from './lex/escapes.ts';
export { lint } from './lint/lint.ts';
export type { Cardinality, LintOptions } from './lint/rule.ts';
export { type Mended, mend } from './mend/mend.ts';
export { COMMAND_SPELLINGS, COMMANDS, type CommandName, commandNamed } from './parse/command-names.ts';
export { CASE_FORMS } from './parse/expr/case.ts';
export { expressionHeightMax, nestingDepthMax, queryLengthMax } from './parse/limits.ts';
export { type Parsed, parse } from './parse/parse.ts';
export { AGGREGATE_WORDS } from './parse/stages/aggregate.ts';
export { isLinear, type KnownLines, lineReads } from './plan/line-reads.ts';
export type { Pass, Plan, PlanStep, Scan, TimeBound } from './plan/plan.ts';
export { plan, planAsWritten } from './plan/plan-query.ts';
export { type PrintOptions, printExpr, printQuery } from './print/print.ts';
export { CASE_PAGES } from './reference/case-pages.ts';
export { CLAUSE_WORDS } from './reference/clause-words.ts';
export { COMMAND_DOCS } from './reference/command-docs.ts';
export type { CommandPart, CommandTable } from './reference/command-page.ts';
export { COMMAND_PAGES } from './reference/command-pages.ts';
export { EXTRACTOR_PAGES } from './reference/extractor-pages.ts';
export { EXTRACTORS } from './reference/extractors.ts';
export type { FunctionNote } from './reference/function-note.ts';
export { functionNote, nullText } from './reference/function-notes.ts';
export { patternText, signatureText } from './reference/function-text.ts';
export { OPERATOR_DOCS, PREFIX_DOCS } from './reference/operator-docs.ts';
export { TIME_SPECIFIERS } from './reference/time-format-docs.ts';
export { type DecodedRow, type DecodeOptions, decodeRow, type JsonValue } from './rows/decode-row.ts';
export { DATASET_NAMES, tableDataset } from './schema/datasets.ts';
export { type EngineField, engineFields } from './schema/engine-fields.ts';
export { type SeenField, type SeenType, schemaFromFields } from './schema/schema-from-fields.ts';
export type { SchemaField, SchemaSource, SchemaTable } from './schema/schema-source.ts';
export { type Signature, type SignatureParameter, signatureAt } from './signature/signature-at.ts';
export { CAST_TYPES } from './types/cast-type.ts';
export { intervalText } from './types/interval-text.ts';
export { SEVERITY_LABELS, severityCode, severityFromText } from './types/severity.ts';
export { timestampText } from './types/timestamp-text.ts';
export {
  arrayOf,
  BOOL,
  INTERVAL,
  NUMBER,
  OBJECT,
  type ScalarKind,
  SEVERITY,
  STRING,
  TIMESTAMP,
  type Type,
  typeName,
  UNKNOWN,
} from './types/type.ts';
