import { wordForm } from '../tokens/normal-form.ts';
import type { FieldEntry } from './field-entry.ts';

/** What the messages of a data set say: its words, and the runs of words that occur in them. */
export interface Vocabulary {
  /** Folded word → the word as it stands in messages. */
  readonly words: ReadonlyMap<string, string>;
  /** Folded runs of 2 to 4 words → the run as it stands, with `<*>` where something that differs is between them. */
  readonly phrases: ReadonlyMap<string, string>;
  /** What is left of a word without its ending → the word: "rejections" is said by "rejected". */
  readonly stems: ReadonlyMap<string, string>;
  /** Distinct tokens, lower case, unfolded. */
  readonly tokens: ReadonlySet<string>;
}

const templatesMax = 400;
const phraseWordsMax = 4;

/** Splits as DataPrime's phrase search does. */
export const messageTokens = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s=/:@#$*|,;'"([{})\]<>._-]+/u)
    .filter((token) => token !== '');

const stemCharsMin = 5;

/** The word without the ending that makes it a noun or a verb; the word itself where little would be left. */
export const stemOf = (word: string): string => {
  const stem = word.replace(/(?:ions?|ments?|ings?|ed|als?|ures?|ors?|ers?|es|s|e)$/, '');
  return stem.length >= stemCharsMin ? stem : word;
};

const COPULA = /^(?:is|are|was|were|has|have|had|been|be)$/;

/** In a template, what differs. */
export const GAP = '<*>';

interface MessageWord {
  readonly word: string;
  /** Something that differs stands before it. */
  readonly gap: boolean;
}

/** Words of a message; what differs in a template, or holds a digit, is a gap between them. */
const wordsOf = (text: string): readonly MessageWord[] =>
  text
    .split(GAP)
    .flatMap((segment, at) => messageTokens(segment).map((word, index) => ({ word, gap: at > 0 && index === 0 })));

export const buildVocabulary = (message: FieldEntry | null): Vocabulary => {
  const words = new Map<string, string>();
  const phrases = new Map<string, string>();
  const stems = new Map<string, string>();
  const tokens = new Set<string>();
  if (message === null) return { words, phrases, stems, tokens };
  const addWord = (token: string): void => {
    tokens.add(token);
    if (!words.has(wordForm(token)) && /\p{L}/u.test(token)) words.set(wordForm(token), token);
    if (/\p{L}/u.test(token)) words.set(token, token);
    if (/^[a-z]+$/.test(token) && !stems.has(stemOf(token))) stems.set(stemOf(token), token);
  };
  for (const { token } of message.source.tokens ?? []) addWord(token);
  const addRun = (run: readonly MessageWord[]): void => {
    const said = run.map(({ word, gap }, at) => (gap && at > 0 ? `${GAP} ${word}` : word)).join(' ');
    const inner = run.filter(({ word }, at) => at === 0 || at === run.length - 1 || !COPULA.test(word));
    // "locker is full" is found by "full lockers" too.
    for (const words of inner.length < run.length && inner.length > 1 ? [run, inner] : [run]) {
      const folded = words.map(({ word }) => wordForm(word)).join(' ');
      if (!phrases.has(folded) && !/\d/.test(folded)) phrases.set(folded, said);
    }
  };
  const addRuns = (text: string): void => {
    const parts = wordsOf(text);
    for (const [i, { word }] of parts.entries()) {
      addWord(word);
      for (let length = 2; length <= phraseWordsMax && i + length <= parts.length; length++)
        addRun(parts.slice(i, i + length));
    }
  };
  const { values, examples, patterns = [] } = message.source;
  for (const sample of [...values.map(({ value }) => value), ...examples].slice(0, templatesMax)) addRuns(sample);
  for (const { pattern } of patterns) addRuns(pattern);
  return { words, phrases, stems, tokens };
};
