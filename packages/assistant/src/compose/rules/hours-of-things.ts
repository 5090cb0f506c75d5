import type { FieldRef, Unit } from '../../ir/field-ref.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import { conceptAt, isGap, isNumeric, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { convertAmount, isDurationUnit } from '../units.ts';
import { addMetric, statMetric } from './metrics.ts';

const UNITS: Readonly<Record<string, Unit>> = { second: 's', minute: 'min', hour: 'h', day: 'd' };
/** A number whose very name is what it is counted in: `film.seconds`, `talk_minutes`. */
const IN_NAME = /^(?:s|sec|secs|seconds?|m|min|mins|minutes?|h|hours?|ms|millis|milliseconds?)$/;
const wordsMax = 3;

/** The words that say of what: those behind "of", and no others. */
const thingsBehind = (scene: Scene, at: number): readonly string[] => {
  let from = at;
  while (isGap(scene, from)) from += 1;
  return scene.marks
    .slice(from, from + wordsMax)
    .filter((_, step) => step === 0 || namesField(scene, from + step))
    .flatMap(({ text }) => nameWords(text.toLowerCase()).map(wordForm));
};

const durationsOf = (scene: Scene, things: readonly string[]): readonly FieldRef[] =>
  scene.data.fields.flatMap(({ ref }) => {
    const words = nameWords(ref.path.join('.').replace(/^tags\./, '')).map((word) => word.toLowerCase());
    const isTime = isNumeric(ref) && ref.role === null && isDurationUnit(ref.unit) && IN_NAME.test(words.at(-1) ?? '');
    const isTheirs = words.slice(0, -1).some((word) => things.includes(wordForm(word)));
    return isTime && isTheirs && words.length > 1 ? [ref] : [];
  });

/** "how many hours of video did we encode": a number tells how long each was, and together they are so many hours. */
export const hoursOfThings = (scene: Scene): void => {
  for (const [at] of scene.marks.entries()) {
    const unit = UNITS[wordForm((markAt(scene, at + 1)?.text ?? '').toLowerCase())];
    const counts = conceptAt(scene, at)?.kind === 'count' && !scene.taken.has(at);
    if (!counts || unit === undefined || !/^of$/i.test(markAt(scene, at + 2)?.text ?? '')) continue;
    const [field, ...others] = durationsOf(scene, thingsBehind(scene, at + 3));
    const divisor = field === undefined || others.length > 0 ? null : convertAmount(1, unit, field.unit);
    if (field === undefined || divisor === null) continue;
    const thing = nextContent(scene, at + 3);
    // Its own word says no more than the number does; "video encoded" says what was done too.
    const isOwn = /^\p{L}+$/u.test(markAt(scene, thing)?.text ?? '');
    take(scene, at, at + 1, at + 2, ...(isOwn ? [thing] : []));
    const sum = statMetric('sum', field);
    addMetric(scene, divisor === 1 ? sum : { ...sum, name: `${sum.name}_${unit}`, shown: { unit, divisor } });
    return;
  }
};
