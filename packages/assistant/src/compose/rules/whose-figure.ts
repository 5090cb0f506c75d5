import type { FieldRef } from '../../ir/field-ref.ts';
import { recordsWith } from '../../link/records-with.ts';
import { fieldAt, isNumeric, linksAt, type Scene, take } from '../scene.ts';

const isOwn = (field: FieldRef | null | undefined): field is FieldRef =>
  field !== null && field !== undefined && isNumeric(field) && field.role === null;

/** The numbers that the question is about: those it names, and those that were read out of its verbs. */
const numbersSaid = (scene: Scene): readonly FieldRef[] =>
  [
    ...scene.marks.map((mark, at) => (mark.meaning.kind === 'field' ? fieldAt(scene, at) : null)),
    ...scene.preds.map(({ pred }) => (pred.kind === 'compare' ? pred.field : null)),
    ...scene.metrics.map((metric) => ('field' in metric ? metric.field : null)),
  ].filter(isOwn);

/**
 * "the average truck turnaround", "how long do trucks wait": `truck-booking` is a service that begins so, but none of its
 * records has that number, so the word says whose number it is and keeps to no service.
 */
export const whoseFigure = (scene: Scene): void => {
  const numbers = numbersSaid(scene);
  if (numbers.length === 0) return;
  for (const [at, { text }] of scene.marks.entries()) {
    const [link] = linksAt(scene, at);
    const isGuess = link?.guessed === true && link.field.role === 'service' && /^\p{L}+$/u.test(text);
    if (link === undefined || !isGuess || scene.taken.has(at)) continue;
    const service = new Set([link.value]);
    if (numbers.every((field) => recordsWith(field, service, scene.data) === 0)) take(scene, at);
  }
};
