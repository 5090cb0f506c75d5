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
  /** Each message that is known, as its folded words with a space at either end. */
  readonly lines: readonly string[];
  /** Distinct tokens, lower case, unfolded. */
  readonly tokens: ReadonlySet<string>;
}

const templatesMax = 400;
const phraseWordsMax = 4;
/** Words from a thing to what was done to it. */
const apartWordsMax = 4;

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

/** What is put before a number to tell what it numbers differs with it: `m-<*>`, `ord-<*>`. */
const NUMBERED = /(?<![\p{L}\p{N}])\p{L}{1,8}[-_#]<\*>/gu;

/** Words of a message; what differs in a template, or holds a digit, is a gap between them. */
const wordsOf = (text: string): readonly MessageWord[] =>
  text
    .replace(NUMBERED, GAP)
    .split(GAP)
    .flatMap((segment, at) => messageTokens(segment).map((word, index) => ({ word, gap: at > 0 && index === 0 })));

/** The texts that tell what messages say: those that are listed, examples, and templates. */
const textsOf = (message: FieldEntry): readonly string[] => {
  const { values, examples, patterns = [] } = message.source;
  const samples = [...values.map(({ value }) => value), ...examples].slice(0, templatesMax);
  return [...samples, ...patterns.map(({ pattern }) => pattern)];
};

const DEED = /^(?!.*(?:need|speed|feed|seed)$)[a-z]*(?:ed|sent|paid|lost|sold|made|taken|found)$/;

/** Whether a word tells what was done to a thing: "captured", "paid". */
export const isDeed = (word: string): boolean => word.length > 3 && DEED.test(word.toLowerCase());
/** Whether one of its words says what was done. */
export const saysDeed = (text: string): boolean => text.split(/\s+/).some(isDeed);
const CARRIES_NOTHING =
  /^(?:an?|the|of|in|on|at|to|by|for|from|with|without|and|or|not|no|is|are|was|were|be|been|has|have|had|did|does|do|it|its|after|before|than|that|this|one|into|over|under)$/;

/** "payment of order 7 captured" and "granted 3 items" say "payment captured" and "item granted" with something between. */
const apartDeeds = (parts: readonly MessageWord[]): readonly (readonly [string, string])[] =>
  parts.flatMap(({ word: deed }, at) =>
    isDeed(deed)
      ? parts.flatMap(({ word }, place): readonly (readonly [string, string])[] => {
          const thing = /^[a-z]{3,}$/.test(word) && !isDeed(word) && !CARRIES_NOTHING.test(word);
          // "declined, funds of player 7" is no player that was declined.
          if (!thing || place < at - apartWordsMax || place > at + 1) return [];
          const said = place < at ? `${word} ${GAP} ${deed}` : `${deed} ${GAP} ${word}`;
          return [[`${wordForm(word)} ${wordForm(deed)}`, said]];
        })
      : [],
  );

export const buildVocabulary = (messages: readonly FieldEntry[]): Vocabulary => {
  const words = new Map<string, string>();
  const phrases = new Map<string, string>();
  const stems = new Map<string, string>();
  const tokens = new Set<string>();
  const addWord = (token: string): void => {
    tokens.add(token);
    if (!words.has(wordForm(token)) && /\p{L}/u.test(token)) words.set(wordForm(token), token);
    if (/\p{L}/u.test(token)) words.set(token, token);
    if (/^[a-z]+$/.test(token) && !stems.has(stemOf(token))) stems.set(stemOf(token), token);
  };
  const addRun = (run: readonly MessageWord[]): void => {
    const said = run.map(({ word, gap }, at) => (gap && at > 0 ? `${GAP} ${word}` : word)).join(' ');
    const inner = run.filter(({ word }, at) => at === 0 || at === run.length - 1 || !COPULA.test(word));
    // "locker is full" is found by "full lockers" too.
    for (const words of inner.length < run.length && inner.length > 1 ? [run, inner] : [run]) {
      const folded = words.map(({ word }) => wordForm(word)).join(' ');
      if (!phrases.has(folded) && !/\d/.test(folded)) phrases.set(folded, said);
    }
  };
  const addRuns = (parts: readonly MessageWord[]): void => {
    for (const [i, { word }] of parts.entries()) {
      addWord(word);
      for (let length = 2; length <= phraseWordsMax && i + length <= parts.length; length++)
        addRun(parts.slice(i, i + length));
    }
  };
  for (const { token } of messages.flatMap(({ source }) => source.tokens ?? [])) addWord(token);
  const texts = messages.flatMap(textsOf).map(wordsOf);
  for (const parts of texts) addRuns(parts);
  for (const parts of texts)
    for (const [folded, phrase] of apartDeeds(parts)) if (!phrases.has(folded)) phrases.set(folded, phrase);
  const lines = [...new Set(texts.map((parts) => ` ${parts.map(({ word }) => wordForm(word)).join(' ')} `))];
  return { words, phrases, stems, lines, tokens };
};
