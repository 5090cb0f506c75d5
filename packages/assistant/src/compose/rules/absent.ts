import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import { addPred, type Scene } from '../scene.ts';

/** Where records lack a field, its absence would be one of the groups, and often the largest. */
export const withoutAbsent = (scene: Scene, field: FieldRef | null, at: number): void => {
  const known = scene.data.fields.find((entry) => field !== null && sameField(entry.ref, field));
  if (field === null || known === undefined || known.source.presence >= 1) return;
  const said = scene.preds.some(
    ({ pred }) => pred.kind === 'compare' && pred.value.kind === 'null' && sameField(pred.field, field),
  );
  if (!said) addPred(scene, 'presence', { kind: 'compare', field, op: '!=', value: { kind: 'null' } }, at);
};
