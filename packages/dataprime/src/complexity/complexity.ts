import type { CheckedQuery, CheckedStage, TypedExpr } from '../check/checked.ts';
import { some } from '../plan/walk.ts';

/** A part of a query's cost: what it is, how often it stands there, and its points. */
export interface Contribution {
  readonly what: string;
  readonly count: number;
  readonly points: number;
}

/**
 * How much work a query is, measured from its tree alone. `score` is the sum of the contributions, at most 100;
 * `low` is below 25, `high` from 60. The same query always scores the same.
 */
export interface Complexity {
  readonly score: number;
  readonly level: 'low' | 'medium' | 'high';
  readonly contributions: readonly Contribution[];
}

const SCORE_MAX = 100;
const MEDIUM_FROM = 25;
const HIGH_FROM = 60;

/** The expressions of a stage. */
export const stageExprs = (stage: CheckedStage): readonly TypedExpr[] => {
  switch (stage.kind) {
    case 'filter':
      return [stage.condition];
    case 'extend':
      return stage.columns.map(({ expr }) => expr);
    case 'group':
      return [...stage.keys, ...stage.aggregates].map(({ expr }) => expr);
    case 'sort':
      return stage.keys.map(({ expr }) => expr);
    case 'dedupe':
      return [...stage.keys, ...stage.order.map(({ expr }) => expr)];
    case 'explode':
      return [stage.items];
    case 'join':
    case 'union':
      return stage.query.stages.flatMap(stageExprs);
    case 'limit':
    case 'number':
      return [];
    default:
      return unreachable(stage);
  }
};

const countNodes = (exprs: readonly TypedExpr[], test: (expr: TypedExpr) => boolean): number => {
  let count = 0;
  for (const root of exprs)
    some(root, (node) => {
      if (test(node)) count += 1;
      return false;
    });
  return count;
};

/** Queries inside a stage, at any depth. */
const subqueries = (stage: CheckedStage): number =>
  (stage.kind === 'union' || stage.kind === 'join'
    ? 1 + stage.query.stages.reduce((sum, inner) => sum + subqueries(inner), 0)
    : 0) + countNodes(stageExprs(stage), ({ kind }) => kind === 'subquery');

const isSearch = (expr: TypedExpr): boolean =>
  expr.kind === 'regexp' ||
  (expr.kind === 'binary' && expr.op === '~') ||
  (expr.kind === 'call' && ['contains', 'textSearch', 'indexOf'].includes(expr.fn.name));

const wholeRowSearch = (expr: TypedExpr): boolean => expr.kind === 'binary' && expr.op === '~~';

/** What costs, with the points of one occurrence and the most that many of them may add. */
const RULES: readonly {
  readonly what: string;
  readonly each: number;
  readonly most: number;
  readonly count: (query: CheckedQuery, exprs: readonly TypedExpr[]) => number;
}[] = [
  { what: 'stages', each: 2, most: 20, count: ({ stages }) => stages.length },
  {
    what: 'conditions',
    each: 1,
    most: 10,
    count: (_query, exprs) => countNodes(exprs, ({ kind, type }) => kind === 'binary' && type.kind === 'bool'),
  },
  {
    what: 'text searches and regular expressions',
    each: 6,
    most: 24,
    count: (_query, exprs) => countNodes(exprs, isSearch),
  },
  {
    what: 'searches of the whole record',
    each: 15,
    most: 30,
    count: (_query, exprs) => countNodes(exprs, wholeRowSearch),
  },
  { what: 'groupings', each: 8, most: 24, count: ({ stages }) => stages.filter(({ kind }) => kind === 'group').length },
  {
    what: 'queries inside the query',
    each: 15,
    most: 45,
    count: ({ stages }) => stages.reduce((sum, stage) => sum + subqueries(stage), 0),
  },
  {
    what: 'arrays made into rows',
    each: 6,
    most: 18,
    count: ({ stages }) => stages.filter(({ kind }) => kind === 'explode').length,
  },
  {
    what: 'group keys',
    each: 3,
    most: 15,
    count: ({ stages }) => stages.reduce((sum, stage) => sum + (stage.kind === 'group' ? stage.keys.length : 0), 0),
  },
  {
    what: 'aggregations',
    each: 2,
    most: 16,
    count: (_query, exprs) => countNodes(exprs, (node) => node.kind === 'call' && node.fn.family === 'aggregation'),
  },
  {
    what: 'exact distinct counts and collections',
    each: 5,
    most: 15,
    count: (_query, exprs) =>
      countNodes(
        exprs,
        (node) => node.kind === 'call' && ['distinct_count', 'distinct_count_if', 'collect'].includes(node.fn.name),
      ),
  },
  {
    what: 'sorts and deduplications',
    each: 6,
    most: 18,
    count: ({ stages }) => stages.filter(({ kind }) => kind === 'sort' || kind === 'dedupe').length,
  },
  {
    what: 'computed columns',
    each: 2,
    most: 12,
    count: ({ stages }) =>
      stages.reduce(
        (sum, stage) =>
          sum +
          (stage.kind === 'extend'
            ? stage.columns.filter(({ expr }) => expr.kind !== 'field' && expr.kind !== 'column').length
            : 0),
        0,
      ),
  },
  {
    what: 'no filter before the first grouping or sort',
    each: 8,
    most: 8,
    count: ({ stages }) => (readsEverything(stages) ? 1 : 0),
  },
];

const readsEverything = (stages: readonly CheckedStage[]): boolean => {
  const first = stages.findIndex(({ kind }) => kind === 'group' || kind === 'sort' || kind === 'dedupe');
  return first >= 0 && !stages.slice(0, first).some(({ kind }) => kind === 'filter' || kind === 'limit');
};

/** How complex a query is, with the reasons. */
export const complexity = (query: CheckedQuery): Complexity => {
  const exprs = query.stages.flatMap(stageExprs);
  const contributions = RULES.map(({ what, each, most, count }): Contribution => {
    const found = count(query, exprs);
    return { what, count: found, points: Math.min(found * each, most) };
  }).filter(({ points }) => points > 0);
  const score = Math.min(
    contributions.reduce((sum, { points }) => sum + points, 0),
    SCORE_MAX,
  );
  return { score, level: score >= HIGH_FROM ? 'high' : score >= MEDIUM_FROM ? 'medium' : 'low', contributions };
};

const unreachable = (stage: never): never => {
  throw new TypeError(`unexpected stage ${JSON.stringify(stage)}`);
};
