import { messageTokens } from '../../catalog/vocabulary.ts';
import { wordForm } from '../../tokens/normal-form.ts';
import { isNegated } from '../negation.ts';
import { addPred, assume, conceptAt, linksAt, markAt, roleField, type Scene, take } from '../scene.ts';
import { symptomCodes } from './symptom-codes.ts';
import { symptomWord, textPred } from './texts.ts';

/** What a mark says of messages: the words as they stand there. */
export const phraseAt = (scene: Scene, at: number): string | null => {
  const mark = markAt(scene, at);
  const concept = conceptAt(scene, at);
  if (mark === undefined || scene.taken.has(at)) return null;
  if (mark.meaning.kind === 'message') return mark.meaning.phrase;
  return concept?.kind === 'symptom' ? symptomWord(scene, mark.text, concept.phrase) : null;
};

/** "orders were placed" is the message "order placed": words with nothing between them, where messages say them so. */
export const joinedPhrase = (
  scene: Scene,
  from: number,
): { readonly phrase: string; readonly used: readonly number[] } | null => {
  const used: number[] = [];
  const words: string[] = [];
  let best: { phrase: string; used: readonly number[] } | null = null;
  for (let at = from; at < scene.marks.length; at++) {
    if (conceptAt(scene, at)?.kind === 'filler') continue;
    const phrase = phraseAt(scene, at);
    if (phrase === null) break;
    used.push(at);
    words.push(phrase);
    const folded = messageTokens(words.join(' ')).map(wordForm).join(' ');
    const whole = words.length === 1 ? phrase : scene.data.vocabulary.phrases.get(folded);
    if (whole !== undefined) best = { phrase: whole, used: [...used] };
  }
  return best;
};

/** "charging a card" names the deed by its path, and what it is done to says no more. */
const isObjectOfDeed = (scene: Scene, at: number): boolean =>
  /^(an?|the|their|his|her|its)$/i.test(markAt(scene, at - 1)?.text ?? '') &&
  /ing$/i.test(markAt(scene, at - 2)?.text ?? '') &&
  linksAt(scene, at - 2).some((link) => link.value.startsWith('/'));

/** Words that stand in messages, and symptoms: `login failed`, `timeouts in billing`, `orders were placed`. */
export const mentioned = (scene: Scene): void => {
  for (const [at, mark] of scene.marks.entries()) {
    const found = joinedPhrase(scene, at);
    if (found === null || phraseAt(scene, at) === null) continue;
    if (isObjectOfDeed(scene, at)) {
      take(scene, at);
      continue;
    }
    const field = roleField(scene, 'message');
    if (field === null && scene.dataset === 'spans') {
      scene.missing.push({ word: mark.text, slot: 'filter' });
      continue;
    }
    take(scene, ...found.used);
    const coded = found.used.length === 1 ? symptomCodes(scene, at) : null;
    if (coded === null) assume(scene, `"${found.phrase}" is searched in the message`);
    const pred = coded ?? textPred(scene, field, 'phrase', found.phrase);
    addPred(scene, coded === null ? 'text' : 'value', isNegated(scene, at) ? { kind: 'not', pred } : pred, at);
  }
};
