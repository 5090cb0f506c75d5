import { fieldText } from '../../ir/field-ref.ts';
import { fieldAt, linksAt, namesField, type Scene } from '../scene.ts';

/** "by oven program": the first word of the service `oven-line` says whose program it is, where only that service has one. */
export const isWhose = (scene: Scene, at: number): boolean => {
  const [link, ...others] = linksAt(scene, at);
  const field = namesField(scene, at + 1) ? fieldAt(scene, at + 1) : null;
  if (link === undefined || others.length > 0 || field === null) return false;
  const homes = scene.data.services.get(fieldText(field));
  return link.guessed && link.field.role === 'service' && homes?.has(link.value) === true;
};
