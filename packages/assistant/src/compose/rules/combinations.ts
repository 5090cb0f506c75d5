import { conceptAt, fieldAt, isNumeric, markAt, namesField, nextContent, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';

const COMBINATION = /^(combinations?|combos?|pairs?|pairings?|tuples?)$/i;

const keyAt = (scene: Scene, at: number): boolean => {
  const field = namesField(scene, at) && !scene.taken.has(at) ? fieldAt(scene, at) : null;
  return field !== null && (!isNumeric(field) || field.role === 'status');
};

const joins = (scene: Scene, at: number): boolean =>
  conceptAt(scene, at)?.kind === 'conjunction' || /^[,/+x-]$/.test(markAt(scene, at)?.text ?? '');

/** The things of a list in one direction: "service, path and severity", "service/severity". */
const listed = (scene: Scene, from: number, step: 1 | -1): readonly number[] => {
  const found: number[] = [];
  for (let at = nextContent(scene, from + step, step); keyAt(scene, at); ) {
    found.push(at);
    const next = nextContent(scene, at + step, step);
    at = joins(scene, next) ? nextContent(scene, next + step, step) : next;
  }
  return step === 1 ? found : found.toReversed();
};

/** "the rarest combinations of service and severity", "path/status pairs": groups by all that is combined. */
export const combinations = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    if (!COMBINATION.test(mark.text) || scene.taken.has(at)) continue;
    const of = listed(scene, at, 1);
    const keys = of.length > 1 ? of : listed(scene, at, -1);
    if (keys.length < 2) continue;
    for (const key of keys) {
      const field = fieldAt(scene, key);
      if (field !== null) addKey(scene, field);
    }
    const lead = Math.min(at, ...keys) - 1;
    const cue = nextContent(scene, lead, -1, (index) => conceptAt(scene, index)?.kind === 'each');
    take(scene, at, ...keys);
    if (conceptAt(scene, cue)?.kind === 'group') take(scene, cue);
    for (let index = Math.min(at, ...keys); index < Math.max(at, ...keys); index++)
      if (joins(scene, index)) take(scene, index);
    scene.counted = true;
    scene.combined = mark.plural ? 'several' : 'one';
    return;
  }
};
