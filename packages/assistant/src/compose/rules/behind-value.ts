import { sameField } from '../../ir/field-ref.ts';
import { fieldAt, linksAt, markAt, namesField, type Scene } from '../scene.ts';

/**
 * "per kafka topic", "by premium customer": the group is what the value is said of, and the value one of another field. The
 * value itself is a condition already; "by checkout service" names no group, for the value is one of its own.
 */
export const behindValue = (scene: Scene, at: number): number => {
  const field =
    markAt(scene, at)?.meaning.kind === 'value' && namesField(scene, at + 1) ? fieldAt(scene, at + 1) : null;
  // "errors by German users" are those that they made, and no groups.
  const several = markAt(scene, at + 1)?.plural === true;
  if (field === null || several || !scene.taken.has(at) || scene.taken.has(at + 1)) return at;
  return linksAt(scene, at).some((link) => sameField(link.field, field)) ? at : at + 1;
};
