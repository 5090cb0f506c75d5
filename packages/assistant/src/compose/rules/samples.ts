import { conceptAt, conceptsOf, fieldAt, namesField, nextContent, roleField, type Scene, take } from '../scene.ts';
import { addKey } from './groups.ts';

const EACH = /^(each|every|per|for each|for every|of each|of every|one of each|one (?:log|line|record) per)$/i;

/** "one example of each error message", "a sample error per service": the newest record of each. */
export const samples = (scene: Scene): void => {
  const time = roleField(scene, 'timestamp');
  for (const at of conceptsOf(scene, 'sample')) {
    if (scene.taken.has(at) || time === null) continue;
    const each = scene.marks.findIndex((mark, index) => index >= at && EACH.test(mark.text));
    if (each < 0) continue;
    take(scene, at, each);
    const next = nextContent(scene, each + 1, 1, (index) => conceptAt(scene, index)?.kind === 'severity');
    const named = namesField(scene, next) ? fieldAt(scene, next) : null;
    // "each error" differs from the next by its message.
    const field = named ?? roleField(scene, 'message');
    if (scene.keys.length === 0) {
      if (field === null) continue;
      if (named !== null) take(scene, next);
      addKey(scene, field);
    }
    scene.order = { by: 'field', field: time, direction: 'desc' };
    scene.perGroup = 1;
  }
};
