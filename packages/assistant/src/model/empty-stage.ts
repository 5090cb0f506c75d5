import { printQuery, type Query } from '@clearspan/dataprime';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type AdmittedQuery, admitQuery } from './guard/admit-query.ts';
import { MODEL_LIMITS } from './limits.ts';
import type { ProbeOutcome } from './ports.ts';

/** Commands behind which there may be fewer rows, even none. */
const REDUCING: ReadonlySet<string> = new Set(['filter', 'block', 'find', 'wildfind', 'join', 'dedupeby', 'extract']);

/** The beginnings of a query up to each command that can leave nothing, shortest first. */
const beginnings = (query: Query): readonly string[] =>
  query.stages
    .flatMap((stage, at) => (at === 0 || REDUCING.has(stage.kind) ? [at + 1] : []))
    .slice(0, MODEL_LIMITS.stageProbesMax)
    .map((length) => printQuery({ ...query, stages: query.stages.slice(0, length) }));

/** The shortest beginning of a query that leaves no row; null when that cannot be told. */
export const emptiedBy = async (
  { ast }: AdmittedQuery,
  index: CatalogIndex,
  nowNanos: bigint,
  probe: (query: AdmittedQuery) => Promise<ProbeOutcome>,
): Promise<string | null> => {
  for (const text of beginnings(ast)) {
    const admission = admitQuery(text, index, nowNanos);
    if (!admission.ok) return null;
    const outcome = await probe(admission.query);
    if (!outcome.ok) return null;
    if (outcome.rows.length === 0) return text;
  }
  return null;
};
