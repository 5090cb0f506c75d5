import type { FieldRef } from '../../ir/field-ref.ts';
import type { CompareOp } from '../../ir/query-ir.ts';
import { nameWords } from '../../tokens/normal-form.ts';
import { addPred, assume, fieldAt, isNumeric, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { comparatorAt } from './comparators.ts';

const ownNumber = (scene: Scene, at: number): FieldRef | null => {
  const field = namesField(scene, at) && !scene.taken.has(at) ? fieldAt(scene, at) : null;
  return field !== null && isNumeric(field) && field.role === null ? field : null;
};

const unitOf = (field: FieldRef): string => nameWords(field.path.at(-1) ?? '').at(-1) ?? '';

/** The number that is held against the other: one that is named before, else the only one in the same unit. */
const heldAgainst = (
  scene: Scene,
  at: number,
  other: FieldRef,
): { readonly field: FieldRef; readonly used: readonly number[] } | null => {
  for (let index = at - 1; index >= 0; index--) {
    const field = ownNumber(scene, index);
    if (field !== null && field !== other) return { field, used: [index] };
  }
  const alike = scene.data.fields.filter(({ ref }) => {
    const words = nameWords(ref.path.at(-1) ?? '');
    return isNumeric(ref) && ref !== other && words.length > 1 && unitOf(ref) === unitOf(other);
  });
  const [only, ...others] = alike;
  return only === undefined || others.length > 0 ? null : { field: only.ref, used: [] };
};

interface Margin {
  readonly value: number;
  readonly used: readonly number[];
}

/** "more than 5 degrees" before the comparison: how far apart they are. */
const marginBefore = (scene: Scene, cue: number): Margin => {
  const unit = markAt(scene, cue - 1)?.meaning.kind === 'unknown' ? 1 : 0;
  const amount = markAt(scene, cue - 1 - unit)?.meaning;
  if (amount?.kind !== 'amount' || (amount.unit !== null && unit > 0)) return { value: 0, used: [] };
  const from = comparatorAt(scene, cue - 2 - unit) === null ? cue - 1 - unit : cue - 2 - unit;
  return { value: amount.value, used: Array.from({ length: cue - from }, (_, step) => from + step) };
};

const BESIDE: Readonly<Partial<Record<CompareOp, 1 | -1>>> = { '>': 1, '>=': 1, '<': -1, '<=': -1 };

/** "readings more than 5 degrees above the set point": of each record one number against another of its own. */
export const againstOwn = (scene: Scene): void => {
  for (const [cue] of scene.marks.entries()) {
    const found = scene.taken.has(cue) ? null : comparatorAt(scene, cue);
    const side = found === null ? undefined : BESIDE[found.op];
    const thing = nextContent(scene, cue + 1);
    const other = found === null ? null : ownNumber(scene, thing);
    // "above the set point of 5" and "above 5 degrees" bound one number.
    const bounded = markAt(scene, nextContent(scene, thing + 1))?.meaning.kind === 'amount';
    if (found === null || side === undefined || other === null || bounded || thing > cue + 2) continue;
    const held = heldAgainst(scene, cue, other);
    if (held === null) continue;
    const margin = marginBefore(scene, cue);
    take(scene, cue, thing, ...held.used, ...margin.used);
    addPred(
      scene,
      'threshold',
      { kind: 'against', field: held.field, op: found.op, other, plus: side * margin.value },
      cue,
    );
    assume(scene, `${held.field.path.join('.')} is held against ${other.path.join('.')} of the same record`, 0.95);
    return;
  }
};
