import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';

/** Whether a condition is on that field. */
export const isOn = (pred: Pred, field: FieldRef): boolean => {
  if (pred.kind === 'not') return isOn(pred.pred, field);
  // "5xx": both ends of a range.
  if (pred.kind === 'and' || pred.kind === 'or') return pred.preds.every((part) => isOn(part, field));
  return 'field' in pred && pred.field !== null && sameField(pred.field, field);
};

/** A condition that names values it wants, rather than ones it does not. */
export const wantsValues = (pred: Pred): boolean =>
  pred.kind === 'in' || (pred.kind === 'compare' && pred.op === '==' && pred.value.kind !== 'null');

/** What a record can be rather than where it is from: what a rate is of. */
export const isOutcome = (pred: Pred): boolean =>
  pred.kind === 'text' ||
  ('field' in pred && pred.field !== null && /^(severity|status|error)$/.test(pred.field.role ?? '')) ||
  (pred.kind === 'not' && isOutcome(pred.pred)) ||
  (pred.kind === 'and' && pred.preds.every(isOutcome));

/** "slower than 500 ms" */
export const isThreshold = (pred: Pred): boolean =>
  pred.kind === 'compare' && /^[<>]/.test(pred.op) && pred.value.kind === 'number';

export const negated = (pred: Pred): Pred =>
  pred.kind === 'compare' && pred.op === '==' ? { ...pred, op: '!=' } : { kind: 'not', pred };
