import { conceptAt, fieldAt, isNumeric, markAt, namesField, roleField, type Scene, take } from '../scene.ts';

const ENDS = /^(?:|[?.!,]|too|please|and|as|next|beside|instead)$/i;

/** "errors of uploads", "with the size of the upload": a number that is to be shown beside, and no condition on it. */
export const shownWith = (scene: Scene): void => {
  if (scene.before.length === 0 || scene.columns.length > 0) return;
  for (const [at, mark] of scene.marks.entries()) {
    const field = namesField(scene, at) && !scene.taken.has(at) ? fieldAt(scene, at) : null;
    const the = /^(?:the|their|its)$/i.test(markAt(scene, at - 1)?.text ?? '');
    const led = the && /^(?:with|showing|including)$/i.test(markAt(scene, at - 2)?.text ?? '');
    if (field === null || !isNumeric(field) || field.role === 'status' || !led || mark.plural) continue;
    const rest = scene.marks
      .slice(at + 1)
      .findIndex(
        (_, step) =>
          conceptAt(scene, at + 1 + step)?.kind !== 'filler' && conceptAt(scene, at + 1 + step)?.kind !== 'preposition',
      );
    const after = rest < 0 ? '' : (markAt(scene, at + 1 + rest)?.text ?? '');
    if (!ENDS.test(after)) continue;
    take(scene, at - 2, at);
    const told = [roleField(scene, 'timestamp'), roleField(scene, 'message')].filter((one) => one !== null);
    scene.columns.push(...told, field);
    return;
  }
};
