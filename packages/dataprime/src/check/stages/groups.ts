import type { Expr, KeypathExpr } from '../../ast/expr.ts';
import type {
  AggregateStage,
  Column,
  CountbyStage,
  CountStage,
  DistinctStage,
  GroupbyStage,
  TopStage,
} from '../../ast/stage.ts';
import { findAggregation, findScalar } from '../../functions/registry.ts';
import type { CheckedColumn, CheckedStage, TypedExpr } from '../checked.ts';
import { staticPath, withoutParens } from '../keypath.ts';
import { aggregateName, computedName, distinctNames } from '../naming.ts';
import { type Scope, sourceText, warn } from '../scope.ts';
import { closedShape } from '../shape.ts';
import { checkColumn } from './columns.ts';
import { wholeNumber } from './rows.ts';

type Span = TypedExpr['span'];

const keys = (scope: Scope, columns: readonly Column[]): readonly CheckedColumn[] =>
  columns.map((column, index) => checkColumn(scope, column, () => computedName(scope, column, index), false));
/** Aggregations of a grouping, each with its name. */
export const aggregates = (scope: Scope, columns: readonly Column[]): readonly CheckedColumn[] =>
  columns.map((column, index) =>
    checkColumn({ ...scope, place: 'aggregate' }, column, () => aggregateName(scope, column, index), false),
  );

const group = (
  scope: Scope,
  command: string,
  span: Span,
  groupKeys: readonly CheckedColumn[],
  values: readonly CheckedColumn[],
): CheckedStage => {
  const columns = [...groupKeys, ...values];
  distinctNames(scope, columns);
  return { kind: 'group', command, span, keys: groupKeys, aggregates: values, shape: closedShape(columns) };
};

/** `calculate` and `calc` are how older queries write `aggregate`. */
export const warnOldKeyword = (
  scope: Scope,
  { aggregateKeyword: keyword }: Pick<GroupbyStage, 'aggregateKeyword'>,
): void => {
  if (keyword === null || !keyword.text.startsWith('calc')) return;
  const fix = { title: 'replace by `aggregate`', span: keyword.span, text: 'aggregate' };
  warn(scope, 'DP3002', `\`${keyword.text}\` is an old spelling of \`aggregate\``, keyword.span, fix);
};

export const checkGroupby = (scope: Scope, stage: GroupbyStage): CheckedStage => {
  warnOldKeyword(scope, stage);
  const named = stage.keys.flatMap(({ expr, alias }) =>
    [expr, ...(alias === null ? [] : [alias])].map((name) => [sourceText(scope, name.span), expr] as const),
  );
  const groupKeys = keys(scope, stage.keys);
  const values = aggregates({ ...scope, groupKeys: new Map(named) }, stage.aggregates);
  return group(scope, 'groupby', stage.span, groupKeys, values);
};

export const checkAggregate = (scope: Scope, stage: AggregateStage): CheckedStage =>
  group(scope, 'aggregate', stage.span, [], aggregates(scope, stage.aggregates));

export const checkDistinct = (scope: Scope, stage: DistinctStage): CheckedStage =>
  group(scope, 'distinct', stage.span, keys(scope, stage.columns), []);

/** `count()` as a column named `_count`, or by `into`. */
const countColumn = (stage: Span, into: KeypathExpr | null): Column => {
  const span = into?.span ?? stage;
  const name: KeypathExpr = { kind: 'keypath', root: null, steps: [{ kind: 'key', key: '_count', span }], span };
  return {
    expr: { kind: 'call', name: { text: 'count', span }, receiver: null, args: [], span },
    alias: into ?? name,
    span,
  };
};

export const checkCount = (scope: Scope, stage: CountStage): CheckedStage =>
  group(scope, 'count', stage.span, [], aggregates(scope, [countColumn(stage.span, stage.into)]));

const columnOf = (column: CheckedColumn): TypedExpr => ({
  kind: 'column',
  id: column.id,
  stored: column.expr.type,
  path: [],
  type: column.expr.type,
  span: column.expr.span,
});

export const checkCountby = (scope: Scope, stage: CountbyStage): readonly CheckedStage[] => {
  const counted = group(
    scope,
    'countby',
    stage.span,
    keys(scope, stage.keys),
    aggregates(scope, [countColumn(stage.span, stage.into)]),
  );
  const count = counted.kind === 'group' ? counted.aggregates[0] : undefined;
  if (stage.direction === null || count === undefined) return [counted];
  return [
    counted,
    {
      kind: 'sort',
      command: 'countby',
      span: stage.span,
      shape: counted.shape,
      keys: [{ expr: columnOf(count), direction: stage.direction }],
    },
  ];
};

/** Whether an expression gathers rows. `max(a, b)` does not; a call with one argument of both kinds does. */
const aggregating = (expr: Expr): boolean => {
  const bare = withoutParens(expr);
  switch (bare.kind) {
    case 'call': {
      const count = bare.args.length + (bare.receiver === null ? 0 : 1);
      const isAggregation =
        findAggregation(bare.name.text) !== null && (findScalar(bare.name.text) === null || count === 1);
      return (
        isAggregation ||
        (bare.receiver !== null && aggregating(bare.receiver)) ||
        bare.args.some(({ value }) => aggregating(value))
      );
    }
    case 'binary':
      return aggregating(bare.left) || aggregating(bare.right);
    case 'unary':
    case 'cast':
    case 'access':
      return aggregating(bare.operand);
    case 'template':
      return bare.parts.some((part) => part.kind === 'expr' && aggregating(part.expr));
    case 'case':
      return (
        bare.arms.some((arm) => aggregating(arm.when) || aggregating(arm.then)) ||
        (bare.otherwise !== null && aggregating(bare.otherwise))
      );
    case 'array':
    case 'bool':
    case 'dynamic-timestamp':
    case 'error':
    case 'interval':
    case 'keypath':
    case 'null':
    case 'number':
    case 'paren':
    case 'regex':
    case 'severity':
    case 'string':
    case 'subquery':
    case 'timestamp':
      return false;
  }
};

/** The result column an order key names: by its alias or by the same text. With an alias it is a column of its own. */
const sameColumn = (scope: Scope, by: Column, columns: readonly Column[]): number => {
  if (by.alias !== null) return -1;
  const bare = withoutParens(by.expr);
  const path = bare.kind === 'keypath' ? staticPath(scope, bare) : null;
  return columns.findIndex((column) => {
    const alias = column.alias === null ? null : staticPath(scope, column.alias);
    if (path !== null && alias !== null && path.path.join('\0') === alias.path.join('\0')) return true;
    return (
      sourceText(scope, column.expr.span) !== '' &&
      sourceText(scope, column.expr.span) === sourceText(scope, by.expr.span)
    );
  });
};

/** `top n results by keys`: groups when an aggregation stands anywhere, projects otherwise; then orders and cuts. */
export const checkTop = (scope: Scope, stage: TopStage): readonly CheckedStage[] => {
  const count = wholeNumber(scope, stage.count, 1, 'the number of rows') ?? 1;
  const added = stage.by.filter((by) => sameColumn(scope, by, stage.columns) < 0);
  const written = [...stage.columns, ...added];
  const groups = written.some((column) => aggregating(column.expr));
  const valueList = written.filter((column) => aggregating(column.expr));
  const checked = written.map((column, index) =>
    aggregating(column.expr)
      ? checkColumn(
          { ...scope, place: 'aggregate' },
          column,
          () => aggregateName(scope, column, valueList.indexOf(column)),
          false,
        )
      : checkColumn(scope, column, () => computedName(scope, column, index), false),
  );
  distinctNames(scope, checked);
  const shape = closedShape(checked);
  const at = { command: stage.kind, span: stage.span, shape };
  const isAggregate = (_: CheckedColumn, index: number): boolean =>
    written[index] !== undefined && aggregating(written[index].expr);
  const first: CheckedStage = groups
    ? {
        ...at,
        kind: 'group',
        keys: checked.filter((c, i) => !isAggregate(c, i)),
        aggregates: checked.filter(isAggregate),
      }
    : { ...at, kind: 'extend', columns: checked };
  const direction = stage.kind === 'top' ? 'desc' : 'asc';
  const order = stage.by.map((by) => {
    const same = sameColumn(scope, by, stage.columns);
    const column = checked[same < 0 ? stage.columns.length + added.indexOf(by) : same];
    return column === undefined ? null : ({ expr: columnOf(column), direction } as const);
  });
  return [first, { ...at, kind: 'sort', keys: order.filter((key) => key !== null) }, { ...at, kind: 'limit', count }];
};
