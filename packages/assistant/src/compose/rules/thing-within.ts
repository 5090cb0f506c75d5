import type { FieldRef } from '../../ir/field-ref.ts';
import { nameWords, wordForm } from '../../tokens/normal-form.ts';
import { markAt, type Scene } from '../scene.ts';

/** The field that tells apart what a value or a message is about: "jobs failed" is of jobs, which `jobId` names. */
export const thingWithin = (scene: Scene, at: number): FieldRef | null => {
  const mark = markAt(scene, at);
  const words = /^(?:value|message)$/.test(mark?.meaning.kind ?? '') ? nameWords(mark?.text ?? '') : [];
  const fields = words
    .filter((word) => word !== wordForm(word))
    .flatMap((word) => scene.index.nameEnds.get(wordForm(word)) ?? []);
  return fields.find(({ dataset, field }) => dataset === scene.dataset && field.type === 'string')?.field ?? null;
};
