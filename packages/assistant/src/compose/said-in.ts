import type { DatasetIndex } from '../catalog/catalog-index.ts';
import { GAP, messageTokens, type Vocabulary } from '../catalog/vocabulary.ts';
import type { FieldRef } from '../ir/field-ref.ts';
import type { Pred, TextMode } from '../ir/query-ir.ts';
import { wordForm } from '../tokens/normal-form.ts';
import { roleField, type Scene } from './scene.ts';

/** The longest run that a vocabulary has. */
const runWordsMax = 4;

/** What a vocabulary has for a phrase, as its messages spell it; null where they do not say it. */
const spelled = (phrase: string, { words, phrases }: Vocabulary): string | null => {
  const folded = messageTokens(phrase.replaceAll(GAP, ' ')).map(wordForm);
  const [only] = folded;
  if (only === undefined) return null;
  if (folded.length === 1) return words.has(only) || words.has(phrase.toLowerCase()) ? phrase : null;
  const whole = phrases.get(folded.join(' '));
  if (whole !== undefined) return phrase.includes(GAP) || !whole.includes(GAP) ? whole : phrase;
  const runs = folded
    .slice(0, Math.max(1, folded.length - runWordsMax + 1))
    .map((_, at) => folded.slice(at, at + runWordsMax));
  return folded.length > runWordsMax && runs.every((run) => phrases.has(run.join(' '))) ? phrase : null;
};

interface Saying {
  readonly field: FieldRef;
  readonly phrase: string;
}

const sayingOf = (places: DatasetIndex['messages'], phrase: string): readonly Saying[] =>
  places.flatMap(({ field, vocabulary }): readonly Saying[] => {
    const own = spelled(phrase, vocabulary);
    return own === null ? [] : [{ field, phrase: own }];
  });

/** The fields of messages that say a phrase, each as it spells it; all of them where none is known to. */
const sayings = (scene: Scene, phrase: string): readonly Saying[] => {
  const main = scene.data.messages.filter(({ aside }) => !aside);
  const said = sayingOf(main, phrase);
  if (said.length > 0) return said;
  const aside = sayingOf(
    scene.data.messages.filter((place) => place.aside),
    phrase,
  );
  return aside.length > 0 ? aside : main.map(({ field }) => ({ field, phrase }));
};

/** The field of messages that says a phrase: the first of them where several do; null without messages. */
export const fieldSaying = (scene: Scene, phrase: string): FieldRef | null =>
  sayings(scene, phrase)[0]?.field ?? roleField(scene, 'message');

/** What is looked for in one field; a gap stands for whatever is between two runs of words. */
export const textIn = (field: FieldRef | null, mode: TextMode, phrase: string): Pred => {
  const around = mode === 'phrase' ? phrase.split(` ${GAP} `) : [phrase];
  const preds = around.map((text): Pred => ({ kind: 'text', field, mode, text }));
  const [only] = preds;
  return only !== undefined && preds.length === 1 ? only : { kind: 'and', preds };
};

/** A text in the messages: in the field whose messages say it, in either where several do or none is known to. */
export const saidIn = (scene: Scene, mode: TextMode, phrase: string): Pred => {
  const main = scene.data.messages.filter(({ aside }) => !aside);
  const places = mode === 'phrase' ? sayings(scene, phrase) : main.map(({ field }) => ({ field, phrase }));
  const preds = places.map((place) => textIn(place.field, mode, place.phrase));
  const [only] = preds;
  if (only === undefined) return textIn(roleField(scene, 'message'), mode, phrase);
  return preds.length === 1 ? only : { kind: 'or', preds };
};
