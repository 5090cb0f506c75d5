import { conceptAt, nextContent, roleField, type Scene } from '../scene.ts';
import { convertAmount, isDurationUnit } from '../units.ts';
import type { Condition } from './conditions.ts';
import { amountAt } from './having.ts';

/** "under a second", "slower than 2 s": how long a record may take, as a condition on it, with the marks that say it. */
export const boundAt = (
  scene: Scene,
  at: number,
): { readonly condition: Condition; readonly used: readonly number[] } | null => {
  const concept = conceptAt(scene, at);
  const amount = concept?.kind === 'comparator' ? amountAt(scene, nextContent(scene, at + 1)) : null;
  const field = roleField(scene, 'duration');
  if (concept?.kind !== 'comparator' || amount === null || field === null || !isDurationUnit(amount.unit)) return null;
  const value = convertAmount(amount.value, amount.unit, field.unit);
  if (value === null) return null;
  return {
    condition: {
      pred: { kind: 'compare', field, op: concept.op, value: { kind: 'number', value } },
      name: 'beyond',
      field,
    },
    used: [at, amount.at],
  };
};
