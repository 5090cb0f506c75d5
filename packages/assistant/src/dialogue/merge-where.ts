import { isDeed } from '../catalog/vocabulary.ts';
import type { FoundPred, Scene } from '../compose/scene.ts';
import { type FieldRef, fieldText, sameField } from '../ir/field-ref.ts';
import type { Pred, Scalar } from '../ir/query-ir.ts';
import { isOutcome, negated, wantsValues } from './steps/preds.ts';

const fieldOf = (pred: Pred): FieldRef | null => {
  if (pred.kind === 'compare' || pred.kind === 'in') return pred.field;
  return pred.kind === 'not' ? fieldOf(pred.pred) : null;
};
const isPositive = (pred: Pred): boolean => pred.kind === 'in' || (pred.kind === 'compare' && pred.op !== '!=');
const scalars = (pred: Pred): readonly Scalar[] => {
  if (pred.kind === 'not') return scalars(pred.pred);
  return pred.kind === 'in' ? pred.values : pred.kind === 'compare' ? [pred.value] : [];
};
const same = (a: Scalar, b: Scalar): boolean => JSON.stringify(a) === JSON.stringify(b);

const onSameField = (a: Pred, b: Pred): boolean => {
  const one = fieldOf(a);
  const two = fieldOf(b);
  return one !== null && two !== null && fieldText(one) === fieldText(two);
};

const anyOf = (field: FieldRef, values: readonly Scalar[]): Pred => {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? { kind: 'compare', field, op: '==', value: only }
    : { kind: 'in', field, values };
};

/** "without checkout" after "checkout and cart" leaves cart; after "checkout" all but it. */
const excluded = (where: readonly Pred[], pred: Pred): readonly Pred[] | null => {
  const field = fieldOf(pred);
  const away = scalars(pred);
  const known = where.find(
    (each) =>
      onSameField(each, pred) &&
      wantsValues(each) &&
      away.every((value) => scalars(each).some((own) => same(own, value))),
  );
  if (field === null || isPositive(pred) || known === undefined || away.length === 0) return null;
  const left = scalars(known).filter((own) => !away.some((value) => same(own, value)));
  return where.map((each) => (each === known ? (left.length === 0 ? pred : anyOf(field, left)) : each));
};

/** "exclude auth" > "and billing": neither of them. */
const alsoExcluded = (where: readonly Pred[], pred: Pred): readonly Pred[] | null => {
  const field = fieldOf(pred);
  if (field === null || !wantsValues(pred)) return null;
  const on = where.filter((each) => onSameField(each, pred));
  const [known] = on;
  if (known === undefined || on.length > 1 || isPositive(known)) return null;
  return where.map((each) => (each === known ? negated(anyOf(field, [...scalars(known), ...scalars(pred)])) : each));
};

/** Whether a value that was asked for is, or has as one of its words, a value of that other field. */
export const standsFor = (pred: Pred, field: FieldRef, scene: Scene): boolean => {
  const own = scene.data.fields.find(({ ref }) => sameField(ref, field))?.source.values ?? [];
  const words = scalars(pred).flatMap((scalar) =>
    scalar.kind === 'text' ? [scalar.value, ...scalar.value.split(/[\s/]+/)] : [],
  );
  return own.some(({ value }) => words.some((word) => word.toLowerCase() === value.toLowerCase()));
};

/** The one condition that "redis instead" can be meant to replace, though its value was found in another field. */
const replacedBy = (where: readonly Pred[], pred: Pred, scene: Scene, replace: boolean): Pred | undefined => {
  const field = fieldOf(pred);
  const outcomes = where.filter(isOutcome);
  if (isOutcome(pred)) return replace && outcomes.length === 1 ? outcomes[0] : undefined;
  if (field === null || !wantsValues(pred)) return undefined;
  const values = where.filter((each) => wantsValues(each) && !isOutcome(each));
  const standing = values.filter((each) => standsFor(each, field, scene));
  const [found] = standing.length === 1 ? standing : replace ? values : [];
  return standing.length === 1 || values.length === 1 ? found : undefined;
};

/** Whether it is the whole of a message that the data has. */
const isMessage = (pred: Pred, { data }: Scene): pred is Pred & { kind: 'text'; field: FieldRef } => {
  if (pred.kind !== 'text' || pred.field === null) return false;
  const { field, text } = pred;
  const values = data.fields.find(({ ref }) => sameField(ref, field))?.source.values ?? [];
  return values.some(({ value }) => value.toLowerCase().includes(text.toLowerCase()) && text.includes(' '));
};
/** "how many orders were created?" > "and how many emails were sent?": no message is both. */
const otherMessage = (where: readonly Pred[], pred: Pred, scene: Scene): Pred | undefined => {
  if (!isMessage(pred, scene)) return undefined;
  const values = scene.data.fields.find(({ ref }) => sameField(ref, pred.field))?.source.values ?? [];
  return where.find(
    (each) =>
      isMessage(each, scene) &&
      sameField(each.field, pred.field) &&
      !values.some(({ value }) =>
        [each.text, pred.text].every((text) => value.toLowerCase().includes(text.toLowerCase())),
      ),
  );
};

/**
 * "how many photos were rejected?" > "and how many were held?", where `verdict` says both: the message that said the first
 * goes, for no record that was held says that it was rejected.
 */
const otherOutcome = (where: readonly Pred[], pred: Pred, scene: Scene): Pred | undefined => {
  if (pred.kind !== 'compare' || pred.op !== '==' || pred.value.kind !== 'text') return undefined;
  const { field, value } = pred;
  const values = scene.data.fields.find(({ ref }) => sameField(ref, field))?.source.values ?? [];
  const others = values.map((own) => own.value.toLowerCase()).filter((own) => own !== value.value.toLowerCase());
  return where.find(
    (each) =>
      each.kind === 'text' &&
      isMessage(each, scene) &&
      each.text
        .toLowerCase()
        .split(' ')
        .some((word) => isDeed(word) && others.includes(word)),
  );
};

export interface Manner {
  /** "also": values are added to those of the same field. */
  readonly widen: boolean;
  /** "instead": a value takes the place of another. */
  readonly replace: boolean;
  /** "and billing": more of what was said before. */
  readonly more: boolean;
}

/** A new condition replaces the one on its field; excluding adds, "also" widens and "instead" replaces. */
export const mergeWhere = (
  base: readonly Pred[],
  added: readonly FoundPred[],
  { widen, replace, more }: Manner,
  scene: Scene,
): readonly Pred[] => {
  let where = [...base];
  for (const { pred } of added) {
    const known = where.find((each) => onSameField(each, pred) && isPositive(each) && isPositive(pred));
    const field = fieldOf(pred);
    const other =
      known === undefined && !widen
        ? (otherMessage(where, pred, scene) ??
          otherOutcome(where, pred, scene) ??
          replacedBy(where, pred, scene, replace))
        : undefined;
    const without = excluded(where, pred) ?? (more || widen ? alsoExcluded(where, pred) : null);
    if (without !== null) where = [...without];
    else if (known !== undefined && widen && field !== null) {
      const merged: Pred = { kind: 'in', field, values: [...scalars(known), ...scalars(pred)] };
      where = where.map((each) => (each === known ? merged : each));
    } else if (known !== undefined || other !== undefined)
      where = where.map((each) => (each === (known ?? other) ? pred : each));
    else where.push(pred);
  }
  return where;
};
