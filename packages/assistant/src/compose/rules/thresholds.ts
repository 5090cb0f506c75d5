import type { FieldRef } from '../../ir/field-ref.ts';
import type { CompareOp } from '../../ir/query-ir.ts';
import type { QuantityUnit } from '../../tokens/token.ts';
import { allAreBelow, timeThatReaches } from '../measured-times.ts';
import { addPred, assume, isNumeric, markAt, roleField, type Scene } from '../scene.ts';
import { moneyField } from '../spoken-units.ts';
import { convertAmount, isDurationUnit } from '../units.ts';
import type { Amount } from './having.ts';

/** A condition on the records themselves, converted to the unit of the field. */
export const threshold = (scene: Scene, field: FieldRef, op: CompareOp, amount: Amount): void => {
  if (amount.unit !== null && field.unit === null && isDurationUnit(amount.unit)) {
    assume(scene, `${field.path.at(-1)} is taken as milliseconds`);
  }
  // `fileSize` is in bytes; a `batchSize` of so many megabytes is none.
  const plain = isSizeUnit(amount.unit) ? (holdsBytes(field) ? 'bytes' : 's') : null;
  const unit = field.unit ?? (isDurationUnit(amount.unit) ? 'ms' : plain);
  const value = convertAmount(amount.value, amount.unit, unit);
  if (value === null) {
    scene.missing.push({ word: markAt(scene, amount.at)?.text ?? '', slot: 'filter' });
    return;
  }
  if (amount.unit !== null && unit !== null && amount.unit !== unit)
    assume(scene, `${amount.value} ${amount.unit} is ${value} ${unit} in the data`);
  addPred(scene, 'threshold', { kind: 'compare', field, op, value: { kind: 'number', value } }, amount.at);
};

/** "transfers above 1,000": things with an amount are as large as that. */
export const thresholdOnMoney = (scene: Scene, op: CompareOp, amount: Amount): boolean => {
  const money = amount.unit === null ? moneyField(scene) : null;
  if (money === null) return false;
  assume(scene, `the number is compared with ${money.path.join('.')}`, 0.95);
  threshold(scene, money, op, amount);
  return true;
};

/** The share of questions about a length that no request has which mean the time of another kind that reaches it. */
const otherTimeKeeps = 0.85;

/** The share of questions with an upper bound that is above all which mean how long requests took. */
const vacuousKeeps = 0.6;

export const thresholdOnDuration = (scene: Scene, cue: number, op: CompareOp, amount: Amount): void => {
  const own = roleField(scene, 'duration');
  const other = own === null || amount.unit === null ? null : timeThatReaches(scene, own, amount.value, amount.unit);
  const field = other ?? own;
  if (other !== null)
    assume(
      scene,
      `nothing took as long as that by ${own?.path.at(-1)}, so ${other.path.at(-1)} is taken`,
      otherTimeKeeps,
    );
  const isVacuous = /^<=?$/.test(op) && amount.unit !== null && field !== null;
  if (isVacuous && allAreBelow(scene, field, amount.value, amount.unit))
    assume(scene, `nothing took as long as that by ${field.path.at(-1)}`, vacuousKeeps);
  if (field === null) scene.missing.push({ word: markAt(scene, cue)?.text ?? 'duration', slot: 'filter' });
  else threshold(scene, field, op, amount.unit === null ? { ...amount, unit: amount.value < 60 ? 's' : 'ms' } : amount);
};

export const isSizeUnit = (unit: QuantityUnit | null): boolean =>
  unit === 'bytes' || unit === 'kb' || unit === 'mb' || unit === 'gb';

const SIZE_OF = /(?:^|[a-z_.])(?:size|bytes|length)$/i;
const COUNTED = /(?:batch|pool|page|queue|set|list|group|party|team)_?size$/i;

/** Whether a number without a unit is one of bytes, by its name. */
const holdsBytes = ({ path, unit }: FieldRef): boolean =>
  unit === null && SIZE_OF.test(path.at(-1) ?? '') && !COUNTED.test(path.at(-1) ?? '');

/** "logs with more than 1 mb": the one field that holds a size. */
export const thresholdOnSize = (scene: Scene, op: CompareOp, amount: Amount): void => {
  const sized = scene.data.fields.filter(({ ref }) => isNumeric(ref) && /^(?:bytes|kb|mb|gb)$/.test(ref.unit ?? ''));
  const [only] = [...sized, ...scene.data.fields.filter(({ ref }) => isNumeric(ref) && holdsBytes(ref))];
  if (only === undefined) scene.missing.push({ word: markAt(scene, amount.at)?.text ?? '', slot: 'filter' });
  else threshold(scene, only.ref, op, amount);
};
