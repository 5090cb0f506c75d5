import type { JoinMode } from '../ast/stage.ts';
import { freeNames } from './free-names.ts';
import { call, infix, plain } from './sql-build.ts';
import type { SqlExpr, SqlFile, SqlOrder, SqlOutput, SqlSelect } from './sql-tree.ts';

/** A SELECT being built: what each clause holds so far. `defined` are columns by their names. */
export interface Level {
  readonly from:
    | { readonly kind: 'table'; readonly name: string }
    | { readonly kind: 'file'; readonly file: SqlFile }
    | { readonly kind: 'level'; readonly level: Level }
    /** Rows of the left beside rows of the right whose columns are equal. `yields` are the columns of the right. */
    | {
        readonly kind: 'join';
        readonly mode: JoinMode;
        readonly left: Level;
        readonly right: Level;
        readonly on: readonly (readonly [left: string, right: string])[];
        readonly yields: ReadonlySet<string>;
      }
    /** Of the rows with the same values of `by`, the one that is first in an order. */
    | { readonly kind: 'best'; readonly level: Level; readonly by: readonly SqlExpr[]; readonly order: SqlOrder }
    /** The rows of all, each of which has the columns that are asked for. */
    | { readonly kind: 'union'; readonly levels: readonly Level[] };
  /** Makes a row of each element of an array below: the array's name and the element's. */
  readonly unnest: SqlSelect['unnest'];
  readonly defined: ReadonlyMap<string, SqlExpr>;
  readonly where: readonly SqlExpr[];
  readonly groupBy: readonly SqlExpr[] | null;
  /** Of a group: the columns that gather rows, as one of constants does not. */
  readonly gathering: ReadonlySet<string>;
  readonly orderBy: readonly SqlOrder[];
  readonly limitBy: SqlSelect['limitBy'];
  readonly limit: number | null;
}

export const tableLevel = (
  from: Extract<Level['from'], { readonly kind: 'table' | 'file' }>,
  where: readonly SqlExpr[],
): Level => ({ ...EMPTY, from, where });
/** A SELECT of nothing but columns. */
export const NO_CLAUSES: Omit<SqlSelect, 'columns' | 'from'> = {
  with: [],
  unnest: null,
  where: [],
  groupBy: null,
  having: null,
  orderBy: [],
  limitBy: null,
  limit: null,
};
const EMPTY: Omit<Level, 'from'> = {
  unnest: null,
  defined: new Map(),
  where: [],
  groupBy: null,
  gathering: new Set(),
  orderBy: [],
  limitBy: null,
  limit: null,
};

/** Whether the level does nothing yet to the rows it is made from. */
export const isBare = ({ unnest, defined, where, groupBy, limitBy, limit }: Level): boolean =>
  unnest === null && defined.size === 0 && where.length === 0 && groupBy === null && limitBy === null && limit === null;

const depth = ({ from }: Level): number => {
  if (from.kind === 'table' || from.kind === 'file') return 1;
  return (
    1 + Math.max(...(from.kind === 'union' ? from.levels : [from.kind === 'join' ? from.left : from.level]).map(depth))
  );
};

/**
 * A new SELECT around one that is done. The order of the rows goes with it: the engine promises none for a subquery,
 * so the inner keys become columns the outer SELECT orders by.
 */
export const wrap = (level: Level): Level => {
  const keys = level.orderBy.map((order, index) => ({ ...order, name: `o${depth(level)}_${index}` }));
  const inner = {
    ...level,
    defined: new Map([...level.defined, ...keys.map(({ name, expr }) => [name, expr] as const)]),
  };
  return {
    ...EMPTY,
    from: { kind: 'level', level: inner },
    orderBy: keys.map(({ name, descending }) => ({ expr: { kind: 'column', name }, descending })),
  };
};

/** Makes one row of all rows where no column does: the engine takes a SELECT for a group by what stands in it. */
const ONE_ROW: SqlExpr = infix('>=', call('count'), plain(0));

/** The engine makes a group of keys it finds constant, be there rows or not, where the rows come out of another SELECT. */
const SOME_ROWS: SqlExpr = infix('>', call('count'), plain(0));

const addNames = (expr: SqlExpr, names: Set<string>): void => {
  for (const name of freeNames(expr)) names.add(name);
};

/** Definitions that `roots` need, in the order they were made; the rest is left out. */
const neededDefinitions = (
  level: Level,
  roots: readonly SqlExpr[],
): { readonly local: readonly string[]; readonly outer: readonly string[] } => {
  const names = new Set<string>();
  for (const root of roots) addNames(root, names);
  for (const [name, expr] of [...level.defined].toReversed()) if (names.has(name)) addNames(expr, names);
  return {
    local: [...level.defined.keys()].filter((name) => names.has(name)),
    outer: [...names].filter((name) => !level.defined.has(name)),
  };
};

/** The rows of one level and, below them, those of another. Their order is lost; where it decided a limit it stays. */
export const below = (first: Level, second: Level): Level => {
  const unordered = (level: Level): Level =>
    level.limit === null && level.limitBy === null ? { ...level, orderBy: [] } : level;
  return { ...EMPTY, from: { kind: 'union', levels: [unordered(first), unordered(second)] } };
};

/** The first row of each key by a column that is never null, in the order of that column. */
export const best = (level: Level, by: readonly SqlExpr[], order: SqlOrder): Level => ({
  ...EMPTY,
  from: { kind: 'best', level, by, order },
  orderBy: [order],
});

/** What the level below must yield: the array in place of its element. */
const asked = ({ unnest }: Level, outer: readonly string[]): readonly string[] =>
  unnest === null ? outer : [...outer.filter((name) => name !== unnest.as), unnest.of];

/** The same rows, of columns that can be null. */
const nullable = (select: SqlSelect): SqlSelect => ({
  ...NO_CLAUSES,
  columns: select.columns.map(({ expr, as }) => {
    const name = as ?? (expr.kind === 'column' ? expr.name : '');
    return { expr: call('toNullable', { kind: 'column', name }), as: name };
  }),
  from: { kind: 'select', select },
});

const fromClause = (from: Level['from'], asks: Outputs): SqlSelect['from'] => {
  switch (from.kind) {
    case 'table':
    case 'file':
      return from;
    case 'level':
      return { kind: 'select', select: buildSelect(from.level, asks) };
    case 'join': {
      const { mode, left, right, on, yields } = from;
      const own = asks.filter(({ expr }) => !(expr.kind === 'column' && yields.has(expr.name)));
      const names = new Set(own.flatMap(({ expr }) => (expr.kind === 'column' ? [expr.name] : [])));
      const keys = on.flatMap(([name]) =>
        names.has(name) ? [] : [{ expr: { kind: 'column', name } as const, as: null }],
      );
      const others = [...yields].map((name) => ({ expr: { kind: 'column', name } as const, as: null }));
      const leftSelect = buildSelect(left, [...own, ...keys]);
      return {
        kind: 'join',
        mode,
        // Where a side may be missing its columns must be able to be null, or the engine fills in 0 and empty text.
        left: mode === 'full' ? nullable(leftSelect) : leftSelect,
        right: nullable(buildSelect(right, others)),
        on,
      };
    }
    case 'best': {
      const { level, by, order } = from;
      const row: SqlExpr = { kind: 'column', name: `b${depth(level)}` };
      const picked = call(
        order.descending ? 'argMax' : 'argMin',
        call('tuple', ...asks.map(({ expr }) => expr)),
        order.expr,
      );
      const grouped = { ...level, groupBy: by, defined: new Map([...level.defined, [row.name, picked] as const]) };
      return {
        kind: 'select',
        select: {
          ...NO_CLAUSES,
          columns: asks.map(({ expr, as }, index) => ({
            expr: call('tupleElement', row, plain(index + 1)),
            as: as ?? (expr.kind === 'column' ? expr.name : null),
          })),
          from: { kind: 'select', select: buildSelect(grouped, [{ expr: row, as: null }]) },
        },
      };
    }
    case 'union':
      return { kind: 'union', selects: from.levels.map((level) => buildSelect(level, asks)) };
  }
};

/** The one group of all rows is there without rows, too; a group of keys that the engine can compute beforehand is not. */
const havingOf = ({ groupBy, gathering, unnest, from }: Level, listed: ReadonlySet<string>): SqlExpr | null => {
  if (groupBy === null) return null;
  if (groupBy.length === 0) return [...listed].some((name) => gathering.has(name)) ? null : ONE_ROW;
  return unnest === null && from.kind === 'table' ? null : SOME_ROWS;
};

type Outputs = readonly SqlOutput[];

/** The SELECT of a level that yields the listed names, with the levels below yielding only what it needs. */
export const buildSelect = (level: Level, outputs: Outputs): SqlSelect => {
  const clauses = [
    ...outputs.map(({ expr }) => expr),
    ...level.where,
    ...(level.groupBy ?? []),
    ...level.orderBy.map(({ expr }) => expr),
    ...(level.limitBy?.by ?? []),
  ];
  const { local, outer } = neededDefinitions(level, clauses);
  const listed = new Set(outputs.flatMap(({ expr }) => (expr.kind === 'column' ? [expr.name] : [])));
  const columns = outputs.map(({ expr, as }) => {
    const definition = expr.kind === 'column' ? level.defined.get(expr.name) : undefined;
    return expr.kind === 'column' && definition !== undefined
      ? { expr: definition, as: as ?? expr.name }
      : { expr, as };
  });
  const inner = asked(level, outer).map((name) => ({ expr: { kind: 'column', name } as const, as: null }));
  return {
    with: local
      .filter((name) => !listed.has(name))
      .map((name) => ({ expr: level.defined.get(name) ?? { kind: 'null' }, as: name })),
    columns,
    from: fromClause(level.from, inner),
    unnest: level.unnest,
    where: level.where,
    groupBy: level.groupBy,
    having: havingOf(level, listed),
    orderBy: level.orderBy,
    limitBy: level.limitBy,
    limit: level.limit,
  };
};
