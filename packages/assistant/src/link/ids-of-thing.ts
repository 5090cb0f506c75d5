import type { DatasetIndex } from '../catalog/catalog-index.ts';
import { messageTokens } from '../catalog/vocabulary.ts';
import type { FieldRef } from '../ir/field-ref.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';

/** The things that a message may tell of, each as one word: "bank file" of "bank file created". */
export const thingsIn = (phrase: string): readonly string[] => {
  const words = messageTokens(phrase).map(wordForm);
  return words.length < 2 ? [] : [words.slice(0, -1).join(''), words[0] ?? ''];
};

/** "order_id" is the id of an order. */
const thingOfId = (name: string): string | null => {
  const words = nameWords(name);
  return words.length > 1 && words.at(-1) === 'id' ? words.slice(0, -1).map(wordForm).join('') : null;
};

/** The fields that say which one it is that a message tells of: records with it are those that are spoken of. */
export const idsOfThing = (phrase: string, data: DatasetIndex): readonly FieldRef[] => {
  const things = thingsIn(phrase);
  if (things.length === 0) return [];
  return data.fields.flatMap(({ ref }) => {
    const thing = thingOfId(ref.path.at(-1) ?? '');
    return thing !== null && things.includes(thing) ? [ref] : [];
  });
};
