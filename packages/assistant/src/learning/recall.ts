import type { MemoryContent } from '@clearspan/contracts';
import type { Query } from '@clearspan/dataprime';
import type { Linked } from '../link/link-question.ts';
import type { LearnedFrom } from './learned.ts';
import { shapeOf } from './query-slots.ts';
import { questionForm, slotsOfForm } from './question-form.ts';
import { similarity, trigramsOf } from './trigrams.ts';

export type Memory = MemoryContent & LearnedFrom;

/** Less alike questions may well be others. */
const similarMin = 0.9;

/** How an accepted answer to a question like this one is found among its readings; null where there is none. */
export type Recall = (query: Query) => Memory | null;

interface Prepared {
  readonly slots: string;
  readonly grams: ReadonlySet<string>;
}

const cache = new WeakMap<Memory, Prepared>();

/** Every question is held against the same memories. */
const prepared = (memory: Memory): Prepared => {
  const known = cache.get(memory) ?? { slots: slotsOfForm(memory.form), grams: trigramsOf(memory.form) };
  cache.set(memory, known);
  return known;
};

/** An accepted answer to a question of the same slots in nearly the same words. */
export const recallFor = (linked: Linked): Recall | null => {
  const remembered = linked.learned?.learned.remembered ?? [];
  if (remembered.length === 0) return null;
  const form = questionForm(linked);
  const slots = slotsOfForm(form);
  const grams = trigramsOf(form);
  const alike = remembered.filter((memory) => {
    const known = prepared(memory);
    return known.slots === slots && similarity(grams, known.grams) >= similarMin;
  });
  if (alike.length === 0) return null;
  return (query) => {
    const shape = shapeOf(query);
    return alike.find((memory) => memory.shape === shape) ?? null;
  };
};
