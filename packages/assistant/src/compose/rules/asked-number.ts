import { sameField } from '../../ir/field-ref.ts';
import { conceptAt, fieldAt, isNumeric, markAt, namesField, nextContent, type Scene } from '../scene.ts';
import { hasFewValues } from './groups.ts';

/** Whether a mark names a number that has so few values that each can stand for a group. */
export const isFewValued = (scene: Scene, at: number): boolean => {
  const field = namesField(scene, at) && !scene.taken.has(at) ? fieldAt(scene, at) : null;
  return field !== null && isNumeric(field) && field.role !== 'duration' && hasFewValues(scene, field);
};

/**
 * "which batch size has the highest average latency", "which attempt has the most errors": a number that has few values is
 * asked for like a name, where something else is what is measured.
 */
export const isNumberAsked = (scene: Scene, head: number, cue: number): boolean => {
  const field = isFewValued(scene, head) ? fieldAt(scene, head) : null;
  if (field === null) return false;
  const figure = scene.metrics.some((metric) => !('field' in metric) || !sameField(metric.field, field));
  const ranks = conceptAt(scene, cue);
  const next = nextContent(scene, cue + 1);
  const other = namesField(scene, next) ? fieldAt(scene, next) : null;
  const measured =
    (ranks?.kind === 'superlative' && ranks.by === 'duration') ||
    /^(severity|outcome|entity)$/.test(conceptAt(scene, next)?.kind ?? '') ||
    markAt(scene, next)?.meaning.kind === 'value' ||
    (other !== null && !sameField(other, field));
  return figure || measured;
};
