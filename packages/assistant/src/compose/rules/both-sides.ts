import { type FieldRef, sameField } from '../../ir/field-ref.ts';
import type { Pred } from '../../ir/query-ir.ts';
import type { Scene } from '../scene.ts';
import { addKey } from './groups.ts';

const flagOf = (pred: Pred): { readonly field: FieldRef; readonly value: boolean } | null =>
  pred.kind === 'compare' && pred.op === '==' && pred.value.kind === 'bool'
    ? { field: pred.field, value: pred.value.value }
    : null;

/** "how many retryable errors vs non-retryable": no record is both, so it is how many of each. */
export const bothSides = (scene: Scene): void => {
  const flags = scene.preds.map(({ pred }) => flagOf(pred));
  const first = flags.find((flag) =>
    flags.some((other) => flag && other && sameField(flag.field, other.field) && flag.value !== other.value),
  );
  if (!first) return;
  const others = scene.preds.filter((_, at) => {
    const flag = flags[at];
    return !flag || !sameField(flag.field, first.field);
  });
  scene.preds.splice(0, scene.preds.length, ...others);
  addKey(scene, first.field);
};
