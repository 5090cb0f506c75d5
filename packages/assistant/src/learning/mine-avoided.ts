import { PHRASE_CHARS_MAX } from '@clearspan/contracts';
import { fieldText } from '../ir/field-ref.ts';
import { type Conclusion, type Correction, equalityOf } from './correction.ts';
import { slotsMissingIn } from './query-slots.ts';

/** Words whose value was taken out by the one who asked: the one condition that is gone, and the one mark it came from. */
export const mineAvoided = ({ reading, meant }: Correction): Conclusion => {
  const gone = slotsMissingIn(reading.ast, meant).flatMap((slot) => equalityOf(slot) ?? []);
  const [value, ...others] = gone;
  if (value === undefined || others.length > 0) return { ok: false, reason: 'no single value was taken out' };
  const { scene } = reading;
  const marks = scene.marks.filter(
    ({ meaning, note }, at) =>
      scene.taken.has(at) &&
      note === undefined &&
      meaning.kind === 'value' &&
      meaning.links.some((link) => link.value === value.value && fieldText(link.field) === value.field),
  );
  const [mark] = marks;
  if (mark === undefined || marks.length > 1 || mark.text.length > PHRASE_CHARS_MAX)
    return { ok: false, reason: 'no single word led to the value' };
  return {
    ok: true,
    content: { kind: 'avoid', phrase: mark.text, field: value.field, value: value.value },
  };
};
