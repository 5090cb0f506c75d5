import { sameField } from '../../ir/field-ref.ts';
import { fieldsWithin } from '../../ir/fields-in.ts';
import { isTally } from '../adds-up.ts';
import { addPred, type Scene } from '../scene.ts';

/** "how many pieces were scrapped on each machine": only of the records that tell of any, or every machine would be a group. */
export const talliedOnly = (scene: Scene): void => {
  const [metric, ...others] = scene.metrics;
  if (metric?.kind !== 'stat' || metric.fn !== 'sum' || others.length > 0 || !isTally(metric.field)) return;
  if (scene.keys.length === 0) return;
  const { field } = metric;
  // A key that is of the same thing is told by the same records.
  const isBeside = (path: readonly string[]): boolean =>
    path.length > 1 && path.slice(0, -1).join('.') === field.path.slice(0, -1).join('.');
  const isTold = scene.keys.some((key) => key.kind === 'field' && isBeside(key.field.path));
  const isSaid = scene.preds.some(({ pred }) => fieldsWithin(pred).some((said) => sameField(said, field)));
  if (!isTold && !isSaid) addPred(scene, 'presence', { kind: 'compare', field, op: '!=', value: { kind: 'null' } }, -1);
};
