import type { FieldRef } from '../ir/field-ref.ts';
import { fieldText } from '../ir/field-ref.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import { isNumeric, markAt, type Scene } from './scene.ts';
import { homesOfAmounts } from './told-homes.ts';

const COUNT = /^(?:count|number|num|total|nr)$/;

/** `guestsCount`, `guest_count` and `num_guests` tell how many guests each record is about. */
const counts = (name: string, thing: string): boolean => {
  const words = nameWords(name).map(wordForm);
  const others = words.filter((word) => word !== 'of');
  const [first = '', last = ''] = [others[0], others.at(-1)];
  const rest = COUNT.test(last) ? others.slice(0, -1) : COUNT.test(first) ? others.slice(1) : [];
  return rest.length > 0 && rest.join('') === thing;
};

/** "the most guests in finished bookings": the number of them that such records have, where one is; null else. */
export const countedByField = (scene: Scene, at: number): FieldRef | null => {
  const thing = nameWords(markAt(scene, at)?.text ?? '')
    .map(wordForm)
    .join('');
  const found = scene.data.fields.filter(({ ref, name }) => isNumeric(ref) && counts(name, thing));
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return null;
  const homes = homesOfAmounts(scene);
  const own = scene.data.services.get(fieldText(only.ref));
  const meets = homes === null || own === undefined || [...homes].some((home) => own.has(home));
  return meets ? only.ref : null;
};
