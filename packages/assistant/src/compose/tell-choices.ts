import { fieldText } from '../ir/field-ref.ts';
import { fieldsIn } from '../ir/fields-in.ts';
import type { QueryIR } from '../ir/query-ir.ts';
import type { Choice } from '../link/fields-of-service.ts';
import { assume, type Scene } from './scene.ts';

/** The share of questions that mean the field that most records have, where services call the same by other names. */
const choiceKeeps = 0.9;

/** What is told of one service's name for a thing, where others have other names for it. */
export const tellChoices = (scene: Scene, ir: QueryIR, choices: readonly Choice[]): void => {
  // A condition holds of each of the names.
  const used = new Set(fieldsIn({ ...ir, where: [], related: null }).map(fieldText));
  for (const { field, others } of choices) {
    if (!used.has(fieldText(field)) || others.some((other) => used.has(fieldText(other)))) continue;
    const names = others.map(fieldText).join(', ');
    assume(scene, `${fieldText(field)} is taken; other services have ${names}`, choiceKeeps);
  }
};
