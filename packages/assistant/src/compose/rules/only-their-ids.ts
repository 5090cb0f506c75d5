import { sameField } from '../../ir/field-ref.ts';
import { conceptAt, fieldAt, isGap, markAt, namesField, type Scene, take } from '../scene.ts';

const ONLY = /^(?:only|just)\b/i;

/** "which members hit a timeout, just the ids": what tells them apart is what they are listed by anyway, each once. */
export const onlyTheirIds = (scene: Scene): void => {
  const cue = scene.marks.findLastIndex(
    ({ text }, at) => ONLY.test(text) && /^(?:choose|edit)$/.test(conceptAt(scene, at)?.kind ?? ''),
  );
  if (cue < 2 || markAt(scene, cue - 1)?.text !== ',') return;
  let named = cue + 1;
  while (isGap(scene, named)) named += 1;
  const rest = scene.marks.slice(named + 1);
  const ends = rest.every(({ meaning }, step) => meaning.kind === 'punctuation' || isGap(scene, named + 1 + step));
  const asked = scene.marks.findIndex(
    (mark, at) => at < cue && mark.plural && namesField(scene, at) && conceptAt(scene, at - 1)?.kind === 'which',
  );
  const [field, own] = [fieldAt(scene, asked), fieldAt(scene, named)];
  if (asked < 0 || !ends || field === null || own === null || !sameField(field, own)) return;
  take(scene, asked - 1, asked, cue, named);
  scene.columns.push(field);
  scene.distinct = true;
};
