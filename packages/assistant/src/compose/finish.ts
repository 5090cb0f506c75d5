import type { Key, Metric, Order, QueryIR, Shape } from '../ir/query-ir.ts';
import { cyclicName } from '../ir/to-ast.ts';
import { autoBucket } from '../time/auto-bucket.ts';
import { NANOS, resolveTime } from '../time/time-spec.ts';
import { countName } from './rules/metrics.ts';
import { assume, roleField, type Scene } from './scene.ts';

export interface WindowNanos {
  readonly from: bigint;
  readonly to: bigint;
}

const bucketOf = (scene: Scene, window: WindowNanos | null, now: bigint): bigint | null => {
  if (scene.bucket !== 'auto') return scene.bucket;
  const range = scene.time === null ? window : resolveTime(scene.time, now);
  if (range === null) {
    assume(scene, 'the window is not known here, so buckets are 1 minute');
    return NANOS.minute;
  }
  return autoBucket(range.to - range.from);
};

const shapeOf = (scene: Scene, keys: readonly Key[]): Shape => {
  if (keys.length > 0 || scene.metrics.length > 0) return 'table';
  if (scene.distinct && !scene.counted && !scene.exists) return 'distinct';
  return scene.counted || scene.exists ? 'count' : 'rows';
};

const orderOf = (scene: Scene, keys: readonly Key[], shape: Shape, metric: string): Order | null => {
  if (shape === 'rows') {
    const byTrace = scene.preds.some(
      (found) => found.source === 'id' && found.pred.kind === 'compare' && found.pred.field.role === 'trace',
    );
    const time = roleField(scene, 'timestamp');
    return scene.order === null && byTrace && time !== null
      ? { by: 'field', field: time, direction: 'asc' }
      : scene.order;
  }
  if (shape !== 'table' || keys.length === 0) return null;
  const ranked =
    scene.order?.by === 'column' ? { ...scene.order, name: scene.order.name === '' ? metric : scene.order.name } : null;
  if (ranked !== null) return ranked;
  const [first] = keys;
  if (first?.kind === 'bucket') return { by: 'column', name: 'bucket', direction: 'asc' };
  if (first?.kind === 'cyclic') return { by: 'column', name: cyclicName(first.unit), direction: 'asc' };
  return { by: 'column', name: metric, direction: 'desc' };
};

/** The draft as a query tree: what was left open is filled by the defaults of its shape. */
export const finish = (scene: Scene, window: WindowNanos | null, now: bigint): QueryIR => {
  const nanos = bucketOf(scene, window, now);
  const cyclic = scene.keys.filter((key) => key.kind === 'cyclic');
  const fields = scene.keys.filter((key) => key.kind === 'field');
  const keys: readonly Key[] = [...(nanos === null ? [] : [{ kind: 'bucket', nanos } as const]), ...cyclic, ...fields];
  const shape = shapeOf(scene, keys);
  const count: Metric = { kind: 'count', name: countName(scene) };
  const metrics = shape === 'table' && scene.metrics.length === 0 ? [count] : scene.metrics;
  const order = orderOf(scene, keys, shape, metrics[0]?.name ?? '');
  return {
    dataset: scene.dataset,
    time: scene.time,
    where: [...scene.preds]
      .sort((a, b) => rankOf(a.source) - rankOf(b.source) || a.at - b.at)
      .map((found) => found.pred),
    shape,
    metrics,
    keys,
    having: scene.having,
    order,
    limit: shape === 'count' || (keys.length === 0 && shape === 'table') ? null : scene.limit,
    perGroup: scene.perGroup,
    columns: scene.columns,
  };
};

/** Severity first, as people write it; the rest as it was said. */
const rankOf = (source: string): number => (source === 'severity' ? 0 : 1);
