import { conceptAt, fieldAt, isNumeric, namesField, nextContent, type Scene, take } from '../scene.ts';

/** "errors of Polish viewers", "requests by premium users": the thing that a condition describes, which records have anyway. */
export const describedThings = (scene: Scene): void => {
  for (const { at, source } of scene.preds) {
    const thing = at + 1;
    if (source !== 'value' || !namesField(scene, thing) || scene.taken.has(thing)) continue;
    const field = fieldAt(scene, thing);
    const of = conceptAt(scene, at - 1)?.kind;
    const before = conceptAt(scene, nextContent(scene, at - 1, -1))?.kind ?? '';
    const led = of === 'preposition' || of === 'group';
    if (
      field === null ||
      isNumeric(field) ||
      !led ||
      !/^(?:severity|outcome|entity|symptom|volume|group)$/.test(before)
    )
      continue;
    take(scene, thing);
  }
};
