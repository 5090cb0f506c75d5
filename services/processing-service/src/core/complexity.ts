import type { Complexity } from '@clearspan/contracts';
import type { Query, Stage } from '@clearspan/dataprime';

/** What a stage costs to run and to read, in points; what is not named costs one. */
const POINTS: Readonly<Partial<Record<Stage['kind'], number>>> = {
  source: 0,
  limit: 0,
  filter: 2,
  wildfind: 8,
  aggregate: 5,
  groupby: 8,
  multigroupby: 14,
  countby: 6,
  dedupeby: 6,
  distinct: 5,
  orderby: 4,
  top: 5,
  bottom: 5,
  extract: 6,
  explode: 8,
  join: 20,
  union: 12,
  stitch: 18,
};
const SCORE_MAX = 100;
const MEDIUM_MIN = 20;
const HIGH_MIN = 50;

const stagesOf = (query: Query): readonly Stage[] =>
  query.stages.flatMap((stage) =>
    'query' in stage && stage.kind !== 'lucene' ? [stage, ...stagesOf(stage.query)] : [stage],
  );

/** How complex a query is, from its tree: the points of its stages, those of queries inside it included. */
export const complexityOf = (query: Query): Complexity => {
  const points = new Map<string, number>();
  for (const { kind } of stagesOf(query)) points.set(kind, (points.get(kind) ?? 0) + (POINTS[kind] ?? 1));
  const parts = [...points].filter(([, n]) => n > 0).map(([what, n]) => ({ what, points: n }));
  const score = Math.min(
    SCORE_MAX,
    parts.reduce((sum, part) => sum + part.points, 0),
  );
  return { level: score >= HIGH_MIN ? 'high' : score >= MEDIUM_MIN ? 'medium' : 'low', score, parts };
};
