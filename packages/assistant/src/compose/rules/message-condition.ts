import { saidIn } from '../said-in.ts';
import { markAt, roleField, type Scene } from '../scene.ts';
import type { Condition } from './conditions.ts';

/** That a message says a phrase, with the column that counts it; null where the data has no messages. */
export const saysPhrase = (scene: Scene, phrase: string): Condition | null => {
  const field = roleField(scene, 'message');
  if (field === null) return null;
  const name = phrase.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  return { pred: saidIn(scene, 'phrase', phrase), name, field };
};

/** "orders created", "payment captured": what messages say, where nothing has read it yet. */
export const messageConditionAt = (scene: Scene, at: number): Condition | null => {
  const meaning = markAt(scene, at)?.meaning;
  return meaning?.kind === 'message' && !scene.taken.has(at) ? saysPhrase(scene, meaning.phrase) : null;
};
