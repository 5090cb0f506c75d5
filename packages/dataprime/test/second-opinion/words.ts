import { isArray, isTree, toText, type Value } from './values.ts';

const SEPARATORS = /[\s=/:@#$*|,;'"([{})\]<>._-]+/u;
const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(SEPARATORS)
    .filter((word) => word !== '');

const inText = (text: string, phrase: readonly string[]): boolean => {
  const found = words(text);
  return phrase.length > 0 && found.some((_, at) => phrase.every((word, index) => found[at + index] === word));
};

/** Text search (§3.5): the words of the phrase, whole, in order, one after the other; in values only, at any depth. */
export const holdsPhrase = (value: Value, phrase: string): boolean => {
  if (isArray(value)) return value.some((item) => holdsPhrase(item, phrase));
  if (isTree(value)) return Object.values(value).some((item) => holdsPhrase(item ?? null, phrase));
  const text = toText(value);
  return text !== null && inText(text, words(phrase));
};
