import type { FieldRef } from '../../ir/field-ref.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import {
  assume,
  conceptAt,
  conceptsOf,
  fieldAt,
  hasConcept,
  isGap,
  isNumeric,
  markAt,
  type Scene,
  take,
} from '../scene.ts';
import { hasFewValues } from './groups.ts';
import { addMetric, statMetric } from './metrics.ts';

/** How often something was tried is no number of things. */
const TRIED = /^(?:attempts?|retries|retry|tries|times?|count|level|step|stars?|score)$/;

/** A small number that is called by the things themselves: `tour.guests`. */
const countsThings = (scene: Scene, at: number): FieldRef | null => {
  const mark = markAt(scene, at);
  const field = mark?.meaning.kind === 'field' && mark.plural && !scene.taken.has(at) ? fieldAt(scene, at) : null;
  if (mark === undefined || field === null || !isNumeric(field) || field.role !== null) return null;
  const last = nameWords(field.path.at(-1) ?? '').at(-1) ?? '';
  const raw = field.path.at(-1) ?? '';
  const isPlural = /s$/i.test(raw) && wordForm(mark.text.toLowerCase()) === wordForm(last);
  return isPlural && !TRIED.test(raw.toLowerCase()) && hasFewValues(scene, field) ? field : null;
};

const rootOf = (word: string): string => word.toLowerCase().replace(/(?:ings?|ed|s)$/, '');

/** "were booked": the deed that the name of the number tells of, `booking.guests`, however messages say it of other things. */
const ownDeed = (scene: Scene, at: number, field: FieldRef): number => {
  const words = field.path
    .slice(0, -1)
    .flatMap((part) => nameWords(part))
    .map(rootOf);
  let next = at + 1;
  while (isGap(scene, next)) next += 1;
  const { meaning, text = '' } = markAt(scene, next) ?? {};
  return meaning?.kind === 'message' && words.includes(rootOf(text)) ? next : -1;
};

/** The share of such questions that mean all records that tell the number, where nothing says which. */
const allKeeps = 0.8;

/** "how many guests were booked": each record tells a number of them, so it is added up, and no count of different numbers. */
export const headsTold = (scene: Scene): void => {
  if (
    hasConcept(scene, 'superlative') ||
    hasConcept(scene, 'stat') ||
    hasConcept(scene, 'distinct') ||
    hasConcept(scene, 'ratio')
  )
    return;
  for (const cue of conceptsOf(scene, 'count')) {
    const at = cue + 1;
    const field = /^(?:how many|(?:the )?number of)$/i.test(markAt(scene, cue)?.text ?? '')
      ? countsThings(scene, at)
      : null;
    if (field === null || scene.taken.has(cue) || conceptAt(scene, at + 1)?.kind === 'comparator') continue;
    take(scene, cue, at);
    addMetric(scene, statMetric('sum', field));
    const deed = ownDeed(scene, at, field);
    if (deed >= 0) take(scene, deed);
    const says = scene.marks.some(({ meaning }, index) => meaning.kind === 'message' && index !== deed);
    if (!says) assume(scene, `${field.path.join('.')} is added up over all records that tell it`, allKeeps);
    return;
  }
};
