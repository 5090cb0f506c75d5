import type { Scene } from '../compose/scene.ts';
import type { IntentType } from '../interpretation.ts';
import type { QueryIR } from '../ir/query-ir.ts';

/** The kind of the query that was composed; finer than what the cues alone could tell. */
export const intentOf = (ir: QueryIR, scene: Scene): IntentType => {
  const metric = ir.metrics[0];
  const fieldKeys = ir.keys.filter((key) => key.kind === 'field');
  if (ir.where.some((pred) => pred.kind === 'compare' && pred.field.role === 'trace')) return 'trace';
  if (ir.shape === 'distinct' || metric?.kind === 'distinct') return 'distinct';
  if (ir.having.length > 0) return 'having';
  if (ir.keys.some((key) => key.kind === 'bucket' || key.kind === 'cyclic')) return 'time_series';
  if (metric?.kind === 'stat' && metric.field.role === 'timestamp') return 'when';
  if (metric?.kind === 'count-if' || metric?.kind === 'change') return 'compare';
  if (metric?.kind === 'ratio') return 'ratio';
  if (ir.limit !== null && ir.order !== null) return 'top';
  if (metric?.kind === 'percentile') return 'percentile';
  if (metric?.kind === 'stat') return 'statistic';
  if (fieldKeys.length > 0) return 'count_by';
  if (ir.shape === 'count') return scene.exists && !scene.counted ? 'exists' : 'count';
  if (ir.order !== null) return 'top';
  if (scene.preds.some((found) => found.source === 'threshold')) return 'threshold';
  return scene.preds.some((found) => found.source === 'text') ? 'search' : 'list';
};
