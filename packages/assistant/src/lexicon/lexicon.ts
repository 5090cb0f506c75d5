import { wordForm } from '../tokens/normal-form.ts';
import { COMPUTATIONS } from './computations.ts';
import type { Concept } from './concept.ts';
import { COUNTRIES, LANGUAGES } from './countries.ts';
import { CUES } from './cues.ts';
import { NOUNS } from './nouns.ts';
import { PLAIN_ENGLISH } from './plain-english.ts';
import { TIME_WORDS } from './time-words.ts';
import { WORLD } from './world.ts';

/** No phrase of the lexicon is longer. */
export const phraseWordsMax = 5;

const phraseForm = (form: string): string => form.split(' ').map(wordForm).join(' ');

/** Where lists share a phrase the later list wins: cues, the world, computations, things. */
const LEXICON: ReadonlyMap<string, Concept> = new Map(
  [...CUES, ...WORLD, ...COMPUTATIONS, ...NOUNS].flatMap(([forms, concept]) =>
    forms.split('|').flatMap((form): readonly [string, Concept][] => [
      [form, concept],
      [phraseForm(form), concept],
    ]),
  ),
);

/** The meaning of a phrase in normal form, words joined by one blank. */
export const conceptOf = (phrase: string): Concept | null => LEXICON.get(phrase) ?? null;

const words = (list: Iterable<string>): readonly string[] => [...list].flatMap((entry) => entry.split(' '));

/** Single words of the lexicon and the time grammar: what a misspelt word can be corrected to. */
export const LEXICON_WORDS: ReadonlySet<string> = new Set([
  ...words([...LEXICON.keys(), ...TIME_WORDS]).filter((word) => /^[a-z]{3,}$/.test(word)),
  // Short names of countries are too near to other words.
  ...words(COUNTRIES.map((line) => line.split('|')[1] ?? '')).filter((word) => /^[a-z]{6,}$/.test(word)),
]);

const ENGLISH: ReadonlySet<string> = new Set([
  ...words(PLAIN_ENGLISH),
  // The name of a country is no slip of anything.
  ...[...COUNTRIES, ...LANGUAGES].flatMap((line) => words(line.split('|').slice(1))),
]);

/** What a word may be a form of: "collected" of "collect", "placing" of "place", "dropped" of "drop". */
const baseForms = (word: string): readonly string[] => {
  const stem = /^(\p{L}{4,})(?:ed|ing)$/u.exec(word)?.[1];
  if (stem === undefined) return [];
  return [stem, `${stem}e`, ...(stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [])];
};

/** Ordinary English that must never be "corrected": `card` is not `cart`. */
export const isPlainEnglish = (word: string): boolean =>
  ENGLISH.has(word) || ENGLISH.has(wordForm(word)) || baseForms(word).some((base) => ENGLISH.has(base));
