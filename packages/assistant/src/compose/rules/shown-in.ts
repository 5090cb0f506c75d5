import type { Unit } from '../../ir/field-ref.ts';
import type { Metric } from '../../ir/query-ir.ts';
import { conceptAt, conceptsOf, fieldAt, hasConcept, linksAt, markAt, namesField, type Scene, take } from '../scene.ts';
import { convertAmount } from '../units.ts';
import { addMetric, statMetric } from './metrics.ts';
import { onlySizeField } from './size-field.ts';

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(s|secs?|seconds?)$/i, 's'],
  [/^(ms|millis|milliseconds?)$/i, 'ms'],
  [/^(us|µs|microseconds?)$/i, 'us'],
  [/^bytes$/i, 'bytes'],
  [/^(kb|kilobytes?)$/i, 'kb'],
  [/^(mb|megabytes?)$/i, 'mb'],
  [/^(gb|gigabytes?)$/i, 'gb'],
];

const isSize = (unit: Unit): boolean => /^(bytes|kb|mb|gb)$/.test(unit);

/** Whether something that has a size is spoken of. */
const saysSize = (scene: Scene): boolean =>
  hasConcept(scene, 'volume') ||
  scene.marks.some((_, at) => namesField(scene, at) && isSize(fieldAt(scene, at)?.unit ?? 'ms'));

/** "errors in GB": the country that the data spells so, where nothing is measured in gigabytes. */
const isName = (scene: Scene, at: number): boolean =>
  linksAt(scene, at).some(({ value }) => value === markAt(scene, at)?.text) && !saysSize(scene);

/** The unit that is asked for, with its place; null where none is. */
const askedUnit = (scene: Scene): { readonly unit: Unit; readonly at: number } | null => {
  for (const [at, mark] of scene.marks.entries()) {
    const unit = UNITS.find(([form]) => form.test(mark.text))?.[1];
    if (unit === undefined || isName(scene, at)) continue;
    if (/^(in|as)$/i.test(markAt(scene, at - 1)?.text ?? '')) return { unit, at };
  }
  return null;
};

/** The unit is set aside first: "p95 in seconds" is no statistic of seconds. */
export const unitAside = (scene: Scene): void => {
  const asked = askedUnit(scene);
  if (asked !== null) take(scene, asked.at - 1, asked.at);
};

/** "traffic in MB": as much as was sent, and not how often. */
const sizeOfTraffic = (scene: Scene, unit: Unit): void => {
  const volume = conceptsOf(scene, 'volume').filter((at) => conceptAt(scene, at)?.kind === 'volume');
  const field = isSize(unit) && scene.metrics.length === 0 && volume.length > 0 ? onlySizeField(scene) : null;
  if (field === null) return;
  addMetric(scene, statMetric('sum', field));
  scene.counted = false;
};

const inUnit = (metric: Metric, unit: Unit): Metric => {
  if (metric.kind !== 'stat' && metric.kind !== 'percentile') return metric;
  const own = metric.field.unit;
  const divisor = own === null ? null : convertAmount(1, unit, own);
  if (own === null || divisor === null || divisor === 1 || unit === own) return metric;
  const bare = metric.name.replace(new RegExp(`_${own}$`), '');
  return { ...metric, name: `${bare}_${unit}`, shown: { unit, divisor } };
};

/** "max duration per service, in seconds": the figures in that unit, and the conditions on them too. */
export const shownIn = (scene: Scene): void => {
  const asked = askedUnit(scene);
  if (asked === null) return;
  sizeOfTraffic(scene, asked.unit);
  for (const [i, metric] of scene.metrics.entries()) {
    const shown = inUnit(metric, asked.unit);
    if (!('shown' in shown) || shown.shown === undefined) continue;
    const { divisor } = shown.shown;
    scene.metrics[i] = shown;
    for (const [j, having] of scene.having.entries())
      if (having.metric === metric.name)
        scene.having[j] = {
          ...having,
          metric: shown.name,
          value: typeof having.value === 'number' ? having.value / divisor : having.value,
        };
    if (scene.order?.by === 'column' && scene.order.name === metric.name)
      scene.order = { ...scene.order, name: shown.name };
  }
  // Where nothing is measured the unit is told as not used.
  const measured = scene.metrics.some((metric) => metric.kind === 'stat' || metric.kind === 'percentile');
  if (!measured) for (const at of [asked.at - 1, asked.at]) scene.taken.delete(at);
};
