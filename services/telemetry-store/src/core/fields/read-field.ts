import type { FieldQuery, FieldStats } from '@clearspan/contracts';
import { parse, printExpr } from '@clearspan/dataprime';
import { type CallerError, callerError, callerErrors } from '../query/caller-errors.ts';
import { conditioned, JOINED } from '../query/one-condition.ts';
import type { QueryRunner } from '../query/query-runner.ts';
import { shownWindow, timeRangeOf, type Window } from '../window.ts';

export type FieldOutcome =
  | { readonly kind: 'found'; readonly answer: FieldStats }
  /** `part` is what the offsets are of. */
  | { readonly kind: 'invalid'; readonly part: 'path' | 'filter'; readonly errors: readonly CallerError[] };

const QUANTILES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** One field as the language writes it; null for a computation, and for more than one. */
const readPath = (text: string): string | null => {
  const [stage, ...others] = parse(`choose ${text}`).query.stages;
  if (others.length > 0 || stage?.kind !== 'choose') return null;
  const [column, ...more] = stage.columns;
  return more.length === 0 && column?.alias === null && column.expr.kind === 'keypath' ? printExpr(column.expr) : null;
};

const figures = (path: string): string => {
  const number = `${path}:number`;
  return [
    'aggregate count() as records',
    `count_if(${path} != null) as present`,
    `approx_count_distinct(${path}) as distinct`,
    `count_if(${number} != null) as numbers`,
    `min(${number}) as min`,
    `max(${number}) as max`,
    `avg(${number}) as avg`,
    ...Object.entries(QUANTILES).map(([name, at]) => `percentile(${at}, ${number}) as ${name}`),
  ].join(', ');
};

/** What a field has in the records of a window. Rejects with a `StoreError`. */
export const readField = async (
  runner: QueryRunner,
  { source, path: asked, filter, limit }: FieldQuery,
  window: Window,
  signal: AbortSignal,
): Promise<FieldOutcome> => {
  const path = readPath(asked);
  if (path === null)
    return { kind: 'invalid', part: 'path', errors: [callerError('expected one field, such as $d.status')] };
  const head = conditioned(source, filter);
  if (!head.ok) return { kind: 'invalid', part: 'filter', errors: [callerError(head.message)] };
  const timeRange = timeRangeOf(window);
  const run = (stages: readonly string[]): ReturnType<QueryRunner['run']> =>
    runner.run(
      {
        text: [head.text, ...stages].join(JOINED),
        nowNanos: timeRange.toNanos,
        timeRange,
        limit: null,
        defaultDataset: source,
      },
      signal,
    );
  const [counted, values] = await Promise.all([
    run([figures(path)]),
    run([
      `filter ${path} != null`,
      `groupby ${path} as value aggregate count() as n`,
      'orderby n desc, value:string',
      `limit ${limit}`,
    ]),
  ]);
  if (counted.kind === 'invalid')
    return { kind: 'invalid', part: 'filter', errors: callerErrors(counted.diagnostics, head.conditionAt) };
  const rows = values.kind === 'ran' ? values.result.rows : [];
  const d = counted.result.rows[0]?.d ?? {};
  const number = (name: string): number => Number(d[name] ?? 0);
  return {
    kind: 'found',
    answer: {
      ...shownWindow(window),
      path,
      records: number('records'),
      present: number('present'),
      distinct: number('distinct'),
      values: rows.map((row) => ({ value: row.d.value, count: Number(row.d.n) })),
      numbers:
        number('numbers') === 0
          ? null
          : {
              count: number('numbers'),
              min: number('min'),
              max: number('max'),
              avg: number('avg'),
              p50: number('p50'),
              p95: number('p95'),
              p99: number('p99'),
            },
    },
  };
};
