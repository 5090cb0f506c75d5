import { cyclicName, stepName } from '../ir/computed-columns.ts';
import { sameField } from '../ir/field-ref.ts';
import type { Key, Metric, Order, Overall, Pred, QueryIR, Shape } from '../ir/query-ir.ts';
import { autoBucket } from '../time/auto-bucket.ts';
import { NANOS, resolveTime } from '../time/time-spec.ts';
import { changedFigures } from './changed-figures.ts';
import { joinAlternatives } from './join-alternatives.ts';
import { countName } from './rules/count-name.ts';
import { assume, type FoundPred, roleField, type Scene } from './scene.ts';

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
  if (scene.compared !== null) return 'table';
  if (scene.perGroup !== null && scene.order?.by === 'field' && scene.metrics.length === 0) return 'rows';
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
  if (shape === 'table' && scene.callers !== null) return { by: 'column', name: metric, direction: 'desc' };
  if (shape !== 'table' || keys.length === 0) return null;
  const ranked =
    scene.order?.by === 'column' ? { ...scene.order, name: scene.order.name === '' ? metric : scene.order.name } : null;
  if (ranked !== null) return ranked;
  const [first] = keys;
  if (first?.kind === 'period' || (first?.kind === 'bins' && first.name === 'period'))
    return { by: 'column', name: 'period', direction: 'asc' };
  if (first?.kind === 'bucket') return { by: 'column', name: 'bucket', direction: 'asc' };
  if (first?.kind === 'cyclic') return { by: 'column', name: cyclicName(first.unit), direction: 'asc' };
  if (first?.kind === 'step') return { by: 'column', name: stepName(first.field), direction: 'asc' };
  return { by: 'column', name: metric, direction: 'desc' };
};

/** Figures over the groups, of the first column that was computed for them. */
const overallOf = (scene: Scene, keys: readonly Key[], metrics: readonly Metric[]): readonly Overall[] => {
  const [metric] = metrics;
  if (keys.length === 0 || metric === undefined) return [];
  return scene.overall.map((figure) => {
    const { fn, p, name, over } = figure;
    if (fn === 'share') return figure;
    if (fn === 'count') return { fn, p, of: metric.name, name, ...(over === undefined ? {} : { over }) };
    const prefix = p === null ? fn : `p${String(p).slice(2).padEnd(2, '0')}`;
    return { fn, p, of: metric.name, name: `${prefix}_${metric.name}` };
  });
};

/** What fewer of the records have is asked about as a thing of its own: those without it are none of its groups. */
const rareBelow = 0.25;

/** "excluding expired cards": records without any card are other than that too. */
const isOther = (pred: Pred): boolean => pred.kind === 'compare' && pred.op === '!=' && pred.value.kind !== 'null';

/** "which operators were affected": a record without one has affected nobody, however many records have one. */
const asksAffected = (scene: Scene): boolean =>
  scene.marks.some(({ text }) => /\b(?:affected|impacted|concerned)(?: by)?$/i.test(text));

/** "which partners call us": records without one are no partner, where few records have one. */
const presentColumns = (scene: Scene, shape: Shape): readonly Pred[] =>
  shape === 'distinct'
    ? scene.columns.flatMap((field) => {
        const known = scene.data.fields.find((entry) => sameField(entry.ref, field));
        const said = scene.preds.some(
          ({ pred }) => 'field' in pred && pred.field !== null && sameField(pred.field, field) && !isOther(pred),
        );
        const below = asksAffected(scene) ? 1 : rareBelow;
        if (known === undefined || known.source.presence >= below || said) return [];
        return [{ kind: 'compare', field, op: '!=', value: { kind: 'null' } } as const];
      })
    : [];

/** Among the first of a ranking an absent value would be one of them: "who made the most requests". */
const presentKeys = (scene: Scene, keys: readonly Key[]): readonly Pred[] => {
  const ranked = scene.limit !== null || scene.perGroup !== null;
  return keys.flatMap((key) => {
    const isTold = (key.kind === 'field' && key.beside !== true) || key.kind === 'step';
    const field = isTold ? key.field : null;
    const known = scene.data.fields.find((entry) => field !== null && sameField(entry.ref, field));
    const asked = scene.preds.some(
      ({ pred }) =>
        'field' in pred && pred.field !== null && field !== null && sameField(pred.field, field) && !isOther(pred),
    );
    if (
      field === null ||
      known === undefined ||
      known.source.presence >= 1 ||
      asked ||
      (!ranked && known.source.presence >= rareBelow)
    )
      return [];
    return [{ kind: 'compare', field, op: '!=', value: { kind: 'null' } } as const];
  });
};

/** "services with over 20 errors and their error rate": a filter for errors would make the rate one. */
const liftErrors = (
  where: readonly FoundPred[],
  metrics: readonly Metric[],
): { where: readonly FoundPred[]; metrics: readonly Metric[] } => {
  const ratio = metrics.find((metric) => metric.kind === 'ratio');
  const same =
    ratio === undefined ? undefined : where.find(({ pred }) => JSON.stringify(pred) === JSON.stringify(ratio.part));
  if (same === undefined || metrics.length < 2) return { where, metrics };
  return {
    where: where.filter((found) => found !== same),
    metrics: metrics.map((metric) =>
      metric.kind === 'count' ? { kind: 'count-if', pred: same.pred, name: metric.name } : metric,
    ),
  };
};

/** "worst success rate first": the worst of what is good is the least of it. */
const worstFirst = (scene: Scene, order: Order | null, metrics: readonly Metric[]): Order | null => {
  const good = metrics.some((metric) => metric.kind === 'ratio' && metric.name === 'success_rate');
  const worst = scene.marks.some(({ text }) => /^(the )?(worst|worse)( first)?$/i.test(text));
  if (order?.by !== 'column' || !/^success_rate$/.test(order.name) || !good || !worst) return order;
  return { ...order, direction: 'asc' };
};

/** The draft as a query tree: what was left open is filled by the defaults of its shape. */
export const finish = (scene: Scene, window: WindowNanos | null, now: bigint): QueryIR => {
  const nanos = bucketOf(scene, window, now);
  const cyclic = scene.keys.filter((key) => key.kind === 'cyclic');
  const fields = scene.keys.filter((key) => key.kind === 'field' || key.kind === 'bins' || key.kind === 'step');
  const changed = changedFigures(scene);
  // "average requests per hour this week vs last week": the times of each range, and none of the other.
  const averaged = scene.overall.some(({ fn }) => fn !== 'count' && fn !== 'share');
  const figured = scene.metrics.length > 0 || averaged;
  const compared = changed ?? (figured ? [] : (scene.compared?.metrics ?? []));
  const period = changed === null && figured ? (scene.compared?.period ?? null) : null;
  const apart = scene.metrics.some((metric) => metric.kind === 'stat' && metric.only !== undefined);
  if (scene.compared !== null && period === null && compared.length === 0 && !apart) {
    scene.missing.push({ word: 'a comparison of ranges that do not touch', slot: 'metric' });
  }
  const keys: readonly Key[] = [
    ...(period === null ? [] : [period]),
    ...(nanos === null ? [] : [{ kind: 'bucket', nanos } as const]),
    ...cyclic,
    ...fields,
  ];
  const shape = shapeOf(scene, keys);
  const count: Metric = { kind: 'count', name: countName(scene) };
  const own = compared.length > 0 ? compared : scene.metrics;
  const lifted = liftErrors(joinAlternatives(scene), shape === 'table' && own.length === 0 ? [count] : own);
  const { metrics } = lifted;
  // The figure itself is no column where it is told how it changed.
  const [change] = changed ?? [];
  if (change !== undefined && scene.order?.by === 'column') scene.order = { ...scene.order, name: change.name };
  const order = worstFirst(scene, orderOf(scene, keys, shape, metrics[0]?.name ?? ''), metrics);
  return {
    dataset: scene.dataset,
    time: scene.time,
    where: [
      ...[...lifted.where]
        .sort((a, b) => rankOf(a.source) - rankOf(b.source) || a.at - b.at)
        .map((found) => found.pred),
      // Between two ranges that do not touch nothing is asked for.
      ...(shape === 'table' || scene.perGroup !== null ? presentKeys(scene, keys) : presentColumns(scene, shape)),
      ...(period?.kind === 'bins' ? [{ kind: 'or', preds: period.bins.map((bin) => bin.pred) } as const] : []),
    ],
    ...(scene.beyond === null ? {} : { beyond: scene.beyond }),
    ...(scene.callers === null ? {} : { callers: scene.callers }),
    related: null,
    extract: scene.extract,
    shape,
    metrics,
    keys,
    having: scene.having,
    overall: shape === 'table' ? overallOf(scene, keys, metrics) : [],
    share: scene.share && shape === 'table' && keys.length > 0,
    order,
    limit: shape === 'count' || (keys.length === 0 && scene.callers === null && shape === 'table') ? null : scene.limit,
    ...(scene.nth !== null && scene.limit === scene.nth && order !== null ? { last: true } : {}),
    perGroup: scene.perGroup,
    columns: scene.columns,
  };
};

/** Severity first, as people write it; the rest as it was said. */
const rankOf = (source: string): number => (source === 'severity' ? 0 : 1);
