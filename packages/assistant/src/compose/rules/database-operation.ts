import type { FieldRef } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { conceptAt, hasConcept, markAt, type Scene } from '../scene.ts';

const NAMES = /^db\.operation(?:\.name)?$/;

const isOfDatabase = (pred: Pred): boolean => {
  if (pred.kind === 'and') return pred.preds.some(isOfDatabase);
  if (pred.kind === 'compare') return pred.field.role === 'db' && (pred.op === '==') === (pred.value.kind !== 'null');
  return pred.kind === 'in' && pred.field.role === 'db';
};

/** "database calls per operation": what was done in the database, where spans tell it, and not how they are called. */
export const databaseOperation = (scene: Scene, at: number): FieldRef | null => {
  const concept = conceptAt(scene, at);
  const named =
    concept?.kind === 'role' && concept.role === 'operation' && /^operations?$/i.test(markAt(scene, at)?.text ?? '');
  const ofDatabase =
    hasConcept(scene, 'database') || [...scene.preds.map(({ pred }) => pred), ...scene.before].some(isOfDatabase);
  return named && ofDatabase ? (scene.data.fields.find(({ name }) => NAMES.test(name))?.ref ?? null) : null;
};
