import { sameField } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import { conceptAt, fieldAt, markAt, namesField, type Scene, take } from '../scene.ts';

const OTHER = /^(other|others|remaining|rest of the|rest)$/i;

const isExcluded = (pred: Pred, field: ReturnType<typeof fieldAt>): boolean => {
  const compared = pred.kind === 'not' ? pred.pred : pred;
  const negative = pred.kind === 'not' || (pred.kind === 'compare' && pred.op === '!=');
  return (
    negative &&
    field !== null &&
    (compared.kind === 'compare' || compared.kind === 'in') &&
    sameField(compared.field, field)
  );
};

/** "no health checks, only the 5xx of the other routes": the others are those that were not left out. */
export const otherOnes = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const thing = at + 1;
    const kind = conceptAt(scene, thing)?.kind ?? '';
    const excluded = scene.preds.some(
      ({ pred }) => pred.kind === 'not' || (pred.kind === 'compare' && pred.op === '!='),
    );
    const meaning = markAt(scene, thing)?.meaning;
    const status = meaning?.kind === 'literal' && /^(status-class|plural-number)$/.test(meaning.token.kind);
    const records = status || /^(status|severity|outcome|entity)$/.test(kind);
    if (OTHER.test(mark.text) && records && excluded) take(scene, at);
    if (!OTHER.test(mark.text) || !namesField(scene, thing) || markAt(scene, thing)?.plural !== true) continue;
    const field = fieldAt(scene, thing);
    if (scene.preds.some(({ pred }) => isExcluded(pred, field))) take(scene, at, thing);
  }
};
