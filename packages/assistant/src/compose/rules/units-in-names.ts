import { joinedForm } from '../../tokens/normal-form.ts';
import { isNumeric, markAt, nextContent, type Scene, take } from '../scene.ts';
import { comparatorAt } from './comparators.ts';
import { type Amount, amountAt } from './having.ts';
import { threshold } from './thresholds.ts';

/** How a name tells its unit before what is measured in it. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  s: ['seconds', 'secs'],
  m: ['minutes', 'mins'],
  h: ['hours', 'hrs'],
  d: ['days'],
  w: ['weeks'],
};

/** "30 days late" of `days_late`: the number as it stands. */
const namedBy = (scene: Scene, { unit, at }: Amount) => {
  const said = markAt(scene, at + 1)?.text ?? '';
  if (unit === null || !/^\p{L}{3,}$/u.test(said)) return null;
  const names = (WRITTEN[unit] ?? []).map((word) => joinedForm(`${word}${said}`));
  return (
    scene.data.fields.find(({ ref }) => isNumeric(ref) && names.includes(joinedForm(ref.path.at(-1) ?? ''))) ?? null
  );
};

/** "reminders that were more than 30 days late", where a field is called by the unit and the word behind it. */
export const unitsInNames = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const found = scene.taken.has(at) ? null : comparatorAt(scene, at);
    const amount = found === null ? null : amountAt(scene, nextContent(scene, at + 1));
    const entry = amount === null ? null : namedBy(scene, amount);
    if (found === null || amount === null || entry === null) continue;
    take(scene, at, amount.at, amount.at + 1);
    threshold(scene, entry.ref, found.op, { ...amount, unit: null });
  }
};
