import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import { assume, hasConcept, type Scene } from '../scene.ts';

/** Of a field with nearly as many values as records, each group would be one record. */
const uniqueShareMin = 0.5;
const valuesMin = 100;

const isUnique = (scene: Scene, field: FieldRef): boolean => {
  const source = scene.data.fields.find(({ ref }) => sameField(ref, field))?.source;
  const records = (source?.presence ?? 0) * scene.data.records;
  return source !== undefined && source.distinct >= valuesMin && source.distinct >= records * uniqueShareMin;
};

/** "average kwh per session": what a session takes, for there is one record of each; not one row for every session. */
export const perUnique = (scene: Scene): void => {
  const [key, ...more] = scene.keys;
  const [metric] = scene.metrics;
  if (key?.kind !== 'field' || more.length > 0 || scene.metrics.length !== 1 || scene.bucket !== null) return;
  if (metric?.kind !== 'stat' && metric?.kind !== 'percentile') return;
  if (metric.kind === 'stat' && metric.fn === 'sum') return;
  const ranked =
    hasConcept(scene, 'cut') || hasConcept(scene, 'superlative') || scene.limit !== null || scene.having.length > 0;
  if (ranked || !isUnique(scene, key.field)) return;
  scene.keys.splice(0, 1);
  if (scene.order?.by === 'column') scene.order = null;
  assume(scene, `there is about one record for each ${key.field.path.join('.')}`, 0.95);
};
