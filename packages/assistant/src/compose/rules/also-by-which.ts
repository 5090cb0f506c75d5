import { conceptAt, fieldAt, isGap, isNumeric, markAt, namesField, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';

/** ", and for what reason?", "and of which kind": at the end of a question for groups it divides them further. */
export const alsoByWhich = (scene: Scene): void => {
  if (scene.keys.length === 0) return;
  const last = scene.marks.findLastIndex(({ meaning }) => meaning.kind !== 'punctuation');
  const field = namesField(scene, last) && !scene.taken.has(last) ? fieldAt(scene, last) : null;
  if (field === null || isNumeric(field)) return;
  let at = last - 1;
  const asks = conceptAt(scene, at)?.kind === 'which' || /^(?:what|which)$/i.test(markAt(scene, at)?.text ?? '');
  if (!asks) return;
  at -= 1;
  while (at > 0 && isGap(scene, at)) at -= 1;
  // "and for" is said of edits as well.
  if (!/^(?:conjunction|edit)$/.test(conceptAt(scene, at)?.kind ?? '')) return;
  take(scene, last, last - 1, at);
  addKey(scene, field);
};
