import type { CheckedColumn, CheckedOrder, TypedExpr } from '../check/checked.ts';
import { isNewestFirst } from '../plan/newest-first.ts';
import type { Plan, PlanStep } from '../plan/plan.ts';
import { plan as planQuery } from '../plan/plan-query.ts';
import { columnsOf, some } from '../plan/walk.ts';
import { isScalar } from '../types/type.ts';
import { bounded } from './bounded.ts';
import type { CompileContext } from './compile-context.ts';
import type { CompileFailure, CompileResult } from './compiled.ts';
import { expandedSize, statementSize } from './expanded-size.ts';
import { explode, explodeJson } from './explode.ts';
import { groupedBy } from './group-key.ts';
import { join } from './join.ts';
import { below, best, buildSelect, isBare, type Level, NO_CLAUSES, tableLevel, wrap } from './levels.ts';
import { lowerCondition } from './lower-condition.ts';
import type { LowerContext } from './lower-context.ts';
import { columnName, lowerColumn, lowerExpr } from './lower-expr.ts';
import { lowerScanCondition } from './lower-scan-condition.ts';
import { untypedOrder } from './lower-untyped.ts';
import { assemble } from './output.ts';
import { printSelect } from './print-sql.ts';
import { shareSubexpressions } from './share-subexpressions.ts';
import { bool, call, col, infix, int, isLiteralSql, str } from './sql-build.ts';
import type { SqlExpr, SqlOrder } from './sql-tree.ts';
import type { Storage, Table } from './storage.ts';
import { timeHint } from './time-hint.ts';
import { timeWindow, type Window } from './time-window.ts';

const rowsDefaultMax = 2000;
/** The engine reads statements of up to 262,144 bytes (`max_query_size`); most of ours are ASCII. */
const sqlLengthMax = 250_000;
/** The engine analyses statements of up to 500,000 nodes, with everything named written out. */
const statementSizeMax = 480_000;

const INT64_MAX = 9_223_372_036_854_775_807n;
const clamp = (nanos: bigint): bigint => (nanos > INT64_MAX ? INT64_MAX : nanos < -INT64_MAX ? -INT64_MAX : nanos);
const instant = (nanos: SqlExpr): SqlExpr => call('fromUnixTimestamp64Nano', nanos, str('UTC'));

/** The conditions on the row's time. Where rows have none a window says nothing of them, and no comparison holds. */
const timeRange = (plan: Plan, column: string | null, window: Window, lowering: LowerContext): readonly SqlExpr[] => {
  if (column === null) return plan.scan.bounds.length === 0 ? [] : [bool(false)];
  const time = col(column);
  return [
    infix('>=', time, instant(int(clamp(window.fromNanos)))),
    infix(window.includesEnd ? '<=' : '<', time, instant(int(clamp(window.toNanos)))),
    ...plan.scan.bounds.map(({ op, at }) => infix(op, time, instant(lowerExpr(at, lowering).sql))),
  ];
};

const scanLevel = (plan: Plan, table: Table, window: Window, lowering: LowerContext): Level =>
  tableLevel(table.file === undefined ? { kind: 'table', name: table.name } : { kind: 'file', file: table.file }, [
    ...(table.guards ?? []),
    ...(table.where ?? []),
    ...timeRange(plan, table.timeColumn, window, lowering),
    ...timeHint(table, window, plan.scan.bounds, lowering.context),
    ...plan.scan.filters.flatMap((filter) => lowerScanCondition(filter, lowering)),
  ]);

/** Constants order nothing, and the engine takes a literal for the position of a column. */
const lowerOrder = (keys: readonly CheckedOrder[], lowering: LowerContext): readonly SqlOrder[] =>
  keys
    .flatMap(({ expr, direction }): readonly SqlOrder[] => {
      const descending = direction === 'desc';
      const column = expr.kind === 'field' ? lowering.table.orderColumn(expr.root, expr.path, descending) : null;
      if (column !== null) return [{ expr: column, descending }];
      return expr.type.kind === 'unknown'
        ? untypedOrder(expr, descending, lowering)
        : [{ expr: lowerExpr(expr, lowering).sql, descending }];
    })
    .filter(({ expr }) => !isLiteralSql(expr));

const define = (
  level: Level,
  columns: readonly CheckedColumn[],
  lowering: LowerContext,
): ReadonlyMap<string, SqlExpr> =>
  new Map([
    ...level.defined,
    ...columns.map(({ id, expr }) => [columnName(id), lowerColumn(expr, lowering).sql] as const),
  ]);

/** From this size on a definition that others read becomes a column of a SELECT below: the engine counts it once there. */
const largeFrom = 100;
const readsLarge = (level: Level, columns: readonly CheckedColumn[]): boolean =>
  columns.some(({ expr }) =>
    [...columnsOf(expr)].some((id) => {
      const definition = level.defined.get(columnName(id));
      return definition !== undefined && expandedSize(definition) >= largeFrom;
    }),
  );

/** The engine takes a literal key for the position of a column. */
const dedupeKey = (expr: TypedExpr, level: Level, lowering: LowerContext): SqlExpr => {
  const sql = lowerColumn(expr, lowering).sql;
  const column = groupedBy(sql, level.defined);
  if (column !== null) return column;
  return isLiteralSql(sql) ? call('materialize', sql) : sql;
};

const withKeys = (level: Level, keys: readonly CheckedColumn[], lowering: LowerContext): Level['defined'] =>
  new Map([
    ...level.defined,
    ...keys.map(({ id, expr }) => [columnName(id), lowerColumn(expr, lowering).sql] as const),
  ]);

const gathers = (expr: TypedExpr): boolean =>
  some(expr, (node) => node.kind === 'call' && node.fn.family === 'aggregation');

/** The one row of each key that is first by a column: found without sorting. Null where it takes more than that. */
const lowerBest = (
  level: Level,
  step: PlanStep & { readonly kind: 'dedupe' },
  lowering: LowerContext,
): Level | null => {
  const [order] = step.order;
  if (step.keep !== 1 || step.order.length !== 1 || order?.expr.kind !== 'field' || level.orderBy.length > 0)
    return null;
  const descending = order.direction === 'desc';
  const key = lowering.table.orderColumn(order.expr.root, order.expr.path, descending);
  if (key === null) return null;
  const open = level.limit !== null || level.limitBy !== null || level.groupBy !== null ? wrap(level) : level;
  return best(
    open,
    step.keys.map((expr) => dedupeKey(expr, open, lowering)),
    { expr: key, descending },
  );
};

const extendLevel = (level: Level, columns: readonly CheckedColumn[], lowering: LowerContext): Level => {
  const open = level.groupBy === null && !readsLarge(level, columns) ? level : wrap(level);
  return { ...open, defined: define(open, columns, lowering) };
};

/** Read for each row before one is picked, such a field costs less than carrying what it is read from. */
const isScalarField = ({ expr }: CheckedColumn): boolean => expr.kind === 'field' && isScalar(expr.type);

/** Elements of a stored array are taken as they are where nothing is known of them. */
const lowerExplode = (
  level: Level,
  { id, items }: PlanStep & { readonly kind: 'explode' },
  lowering: LowerContext,
): Level => {
  const untyped = items.kind === 'field' && items.type.kind === 'array' && items.type.of.kind === 'unknown';
  const stored = untyped ? lowering.table.elements(items.root, items.path) : null;
  return stored === null ? explode(level, id, lowerExpr(items, lowering)) : explodeJson(level, id, stored);
};

/** A step that needs the rows of this plan only. */
type RowStep = Exclude<PlanStep, { readonly kind: 'union' | 'join' }>;

/** Adds one operator to the SELECT at hand, or opens a new one around it where the clauses' order asks for it. */
const addStep = (level: Level, step: RowStep, lowering: LowerContext): Level => {
  const cut = level.limit !== null || level.limitBy !== null;
  switch (step.kind) {
    case 'filter': {
      const open = cut || level.groupBy !== null ? wrap(level) : level;
      return { ...open, where: [...open.where, lowerCondition(step.condition, lowering, false)] };
    }
    case 'extend': {
      if (level.from.kind === 'best' && isBare(level) && step.columns.every(isScalarField))
        return { ...level, from: { ...level.from, level: extendLevel(level.from.level, step.columns, lowering) } };
      return extendLevel(level, step.columns, lowering);
    }
    case 'sort': {
      const open = cut ? wrap(level) : level;
      return { ...open, orderBy: [...lowerOrder(step.keys, lowering), ...open.orderBy] };
    }
    case 'dedupe': {
      const best = lowerBest(level, step, lowering);
      if (best !== null) return best;
      const open = cut || level.groupBy !== null ? wrap(level) : level;
      const orderBy = [...lowerOrder(step.order, lowering), ...open.orderBy];
      return {
        ...open,
        orderBy,
        limitBy: { count: step.keep, by: step.keys.map((key) => dedupeKey(key, open, lowering)) },
      };
    }
    case 'explode':
      return lowerExplode(level, step, lowering);
    case 'number': {
      const open = wrap(level);
      const number = call('toFloat64', { kind: 'row-number', orderBy: open.orderBy });
      return { ...open, defined: new Map([...open.defined, [columnName(step.id), number]]) };
    }
    case 'limit':
      return { ...level, limit: Math.min(step.count, level.limit ?? step.count) };
    case 'group': {
      // The order of the rows that go into a group decides nothing.
      const apart = cut || level.groupBy !== null || readsLarge(level, [...step.keys, ...step.aggregates]);
      const open = { ...(apart ? wrap(level) : level), orderBy: [] };
      return {
        ...open,
        defined: define({ ...open, defined: withKeys(open, step.keys, lowering) }, step.aggregates, lowering),
        groupBy: step.keys.map(
          ({ id, expr }) => groupedBy(lowerColumn(expr, lowering).sql, open.defined) ?? col(columnName(id)),
        ),
        gathering: new Set(step.aggregates.filter(({ expr }) => gathers(expr)).map(({ id }) => columnName(id))),
      };
    }
    default:
      return unreachable(step);
  }
};

type Built =
  | { readonly ok: true; readonly level: Level; readonly table: Table; readonly window: Window }
  | { readonly ok: false; readonly error: CompileFailure };

/** The newest part of a window. */
const newestOf = (window: Window, nanos: bigint | undefined): Window => {
  const fromNanos = nanos === undefined ? window.fromNanos : window.toNanos - nanos;
  return fromNanos > window.fromNanos ? { ...window, fromNanos } : window;
};

/** Whether rows stand in the order of the time that newest ones are asked for by: then less of a window costs less. */
const ordersByTime = ({ timeColumn, timeBucket, orderColumn }: Table): boolean => {
  const column = orderColumn('m', ['timestamp'], true);
  return timeBucket !== null && column?.kind === 'column' && column.name === timeColumn;
};

/** The SELECT of a plan, and of the plans inside it. */
const build = (plan: Plan, storage: Storage, base: Omit<LowerContext, 'table'>, newestNanos?: bigint): Built => {
  const table = storage.table(plan.scan.dataset);
  const message = `data set \`${plan.scan.dataset}\` is not stored here`;
  if (table === null) return { ok: false, error: { code: 'DP2009', message, span: WHOLE } };
  const window = timeWindow(plan.scan.frame, base.context);
  if (!window.ok) return { ok: false, error: { code: 'DP4001', message: window.message, span: window.span } };
  const lowering: LowerContext = { ...base, table };
  let level = scanLevel(plan, table, newestOf(window.window, newestNanos), lowering);
  for (const step of plan.steps) {
    if (step.kind === 'union') {
      const other = build(step.plan, storage, base);
      if (!other.ok) return other;
      level = below(level, other.level);
    } else if (step.kind === 'join') {
      const other = build(step.plan, storage, base);
      if (!other.ok) return other;
      level = join(level, other.level, step);
    } else level = addStep(level, step, lowering);
  }
  return { ok: true, level, table, window: window.window };
};

const WHOLE = { start: 0, end: 0 };

/** SQL for a plan, on a storage. Pure: the same plan, storage and context give the same text. */
export const compile = (plan: Plan, storage: Storage, context: CompileContext): CompileResult => {
  let seeds = 0;
  const seed = (): number => {
    seeds += 1;
    return seeds;
  };
  let failure: CompileFailure | null = null;
  const base: Omit<LowerContext, 'table'> = {
    context,
    seed,
    lower: lowerExpr,
    subquery: (query, outputs) => {
      const inner = build(planQuery(query), storage, base);
      if (inner.ok) return buildSelect(bounded(inner.level, 'a query in an expression'), outputs);
      failure ??= inner.error;
      return { ...NO_CLAUSES, columns: [], from: { kind: 'table', name: 'nothing' } };
    },
  };
  const built = build(plan, storage, base, context.newestNanos);
  if (!built.ok) return built;
  if (failure !== null) return { ok: false, error: failure };
  const { level: last, table, window } = built;
  const rowsMax = Math.min(last.limit ?? context.rowsDefault ?? rowsDefaultMax, context.rowsMax);
  const limited: Level = { ...last, limit: rowsMax };
  const { columns, outputs, assembly } = assemble(plan.shape, table);
  const select = buildSelect(limited, outputs);
  const sql = statementSize(select) > statementSizeMax ? null : printSelect(shareSubexpressions(select));
  if (sql === null || sql.length > sqlLengthMax)
    return {
      ok: false,
      error: {
        code: 'DP4001',
        message: 'a query this large is not supported yet: its computations are too many or too deeply nested',
        span: WHOLE,
      },
    };
  const { fromNanos, toNanos } = window;
  return {
    ok: true,
    compiled: {
      sql,
      columns,
      assembly,
      warnings: [],
      limits: { rowsMax, byQuery: last.limit !== null && last.limit <= context.rowsMax },
      newestFirst: isNewestFirst(plan) && ordersByTime(table),
      timeRange: { fromNanos, toNanos },
    },
  };
};

const unreachable = (step: never): never => {
  throw new TypeError(`unexpected step ${JSON.stringify(step)}`);
};
