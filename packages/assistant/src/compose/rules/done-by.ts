import type { FieldRef } from '../../ir/field-ref.ts';
import { nameWords } from '../../tokens/normal-form.ts';
import { markAt, nextContent, type Scene } from '../scene.ts';

/** "who cancelled it?", where records tell it as `cancelledBy`: whoever did that, and not whose record it is. */
export const doneBy = (scene: Scene, who: number): FieldRef | null => {
  const said = (markAt(scene, nextContent(scene, who + 1))?.text ?? '').toLowerCase().split(/\s+/);
  const found = scene.data.fields.find(({ ref }) => {
    const [deed, by, ...more] = nameWords(ref.path.at(-1) ?? '').slice(-2);
    return ref.type === 'string' && by === 'by' && more.length === 0 && deed !== undefined && said.includes(deed);
  });
  return found?.ref ?? null;
};
