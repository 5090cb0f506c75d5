import type {
  BinaryOp,
  CallExpr,
  Column,
  Expr,
  IntervalExpr,
  KeypathExpr,
  Name,
  Query,
  SourceStage,
  Stage,
  TimeFrame,
  TimestampExpr,
} from '@clearspan/dataprime';
import { intervalText } from '../time/interval-text.ts';
import type { FieldRef } from './field-ref.ts';

/** Nodes that were never text have an empty span. */
export const NOWHERE: { readonly start: number; readonly end: number } = { start: 0, end: 0 };

export const name = (text: string): Name => ({ text, span: NOWHERE });

export const keypath = (root: KeypathExpr['root'], path: readonly string[]): KeypathExpr => ({
  kind: 'keypath',
  root,
  steps: path.map((key) => ({ kind: 'key', key, span: NOWHERE })),
  span: NOWHERE,
});

/** A key of one of the two sides of a join: of the records by its root, of the rows beside them by its path alone. */
export const sidePath = (side: 'left' | 'right', field: FieldRef): KeypathExpr => ({
  ...keypath(side === 'left' && field.root !== 'd' ? field.root : null, field.path),
  side,
});

/** A column of an earlier stage. */
export const columnPath = (column: string): KeypathExpr => keypath(null, [column]);

export const fieldExpr = (field: FieldRef): Expr => {
  const path = keypath(field.root, field.path);
  return field.cast === null ? path : { kind: 'cast', operand: path, type: name(field.cast), span: NOWHERE };
};

/** The field without its cast: as a grouping key or an output column. */
export const plainField = (field: FieldRef): KeypathExpr => keypath(field.root, field.path);

export const NULL: Expr = { kind: 'null', span: NOWHERE };
/** The one column of a query as a list. */
export const subquery = (query: Query): Expr => ({ kind: 'subquery', query, span: NOWHERE });
export const text = (value: string): Expr => ({ kind: 'string', value, span: NOWHERE });
export const number = (value: number): Expr => ({ kind: 'number', value, text: String(value), span: NOWHERE });
export const interval = (nanos: bigint): IntervalExpr => ({
  kind: 'interval',
  nanos,
  text: intervalText(nanos),
  span: NOWHERE,
});

export const now: TimestampExpr = { kind: 'timestamp', value: { kind: 'now' }, text: "@'now'", span: NOWHERE };
export const timestamp = (nanos: bigint): TimestampExpr => {
  const iso = new Date(Number(nanos / 1_000_000n)).toISOString().replace('.000Z', 'Z');
  return { kind: 'timestamp', value: { kind: 'nanos', nanos }, text: `@'${iso}'`, span: NOWHERE };
};

export const binary = (op: BinaryOp, left: Expr, right: Expr): Expr => ({
  kind: 'binary',
  op,
  opSpan: NOWHERE,
  left,
  right,
  span: NOWHERE,
});
export const not = (operand: Expr): Expr => ({ kind: 'unary', op: '!', operand, span: NOWHERE });
export const call = (fn: string, ...args: readonly Expr[]): CallExpr => ({
  kind: 'call',
  name: name(fn),
  receiver: null,
  args: args.map((value) => ({ name: null, value, span: NOWHERE })),
  span: NOWHERE,
});

/** `case { condition -> value, … }`. */
export const cases = (arms: readonly (readonly [condition: Expr, value: Expr])[]): Expr => ({
  kind: 'case',
  form: 'case',
  subject: null,
  // oxlint-disable-next-line unicorn/no-thenable -- the branch of a tree, which nobody awaits
  arms: arms.map(([when, then]) => ({ when, then, span: NOWHERE })),
  otherwise: null,
  span: NOWHERE,
});

export const column = (expr: Expr, alias: string | null = null): Column => ({
  expr,
  alias: alias === null ? null : columnPath(alias),
  span: NOWHERE,
});

export const source = (dataset: string, frame: TimeFrame | null): SourceStage => ({
  kind: 'source',
  keyword: name('source'),
  dataset: [name(dataset)],
  params: [],
  frame,
  span: NOWHERE,
});

export const stage = <K extends Stage['kind']>(
  kind: K,
  rest: Omit<Extract<Stage, { kind: K }>, 'kind' | 'keyword' | 'span'>,
): Stage => ({ kind, keyword: name(kind), span: NOWHERE, ...rest }) as unknown as Stage;
