import { osaDistance } from '@clearspan/text';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { stemOf } from '../catalog/vocabulary.ts';
import { conceptOf, isPlainEnglish, LEXICON_WORDS } from '../lexicon/lexicon.ts';
import { TIME_WORDS } from '../lexicon/time-words.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import type { Typo } from './mark.ts';

const wordCharsMax = 40;
const messageWordCharsMin = 5;
/** A question with more unknown words than this is not misspelt but something else. */
const unknownWordsMax = 16;

/** Edits that still leave the same word, by its length. Short words are never corrected. */
const budgetOf = (word: string, candidate: string): number => {
  if (word.length <= 3) return 0;
  if (word.length <= 5) return 1;
  if (word.length <= 6) return 1;
  if (word.length <= 8) return word[0] === candidate[0] && word.length === candidate.length ? 2 : 1;
  return 2;
};

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const areNeighbours = (a: string, b: string): boolean =>
  KEYS.some((row, i) => {
    const at = row.indexOf(a);
    return (
      at >= 0 &&
      [i - 1, i, i + 1].some((other) => {
        const place = KEYS[other]?.indexOf(b) ?? -1;
        return place >= 0 && Math.abs(place - at) <= 1;
      })
    );
  });

/** Letters swapped, doubled, left out or hit beside the right key: not another word. */
const isSlip = (word: string, candidate: string): boolean => {
  if (word.length !== candidate.length) return true;
  const off = Array.from({ length: word.length }, (_, i) => i).filter((i) => word[i] !== candidate[i]);
  const [first = 0, second] = off;
  if (second !== undefined)
    return off.length === 2 && word[first] === candidate[second] && word[second] === candidate[first];
  return areNeighbours(word[first] ?? '', candidate[first] ?? '');
};

/** "stalling" is what messages call "stalled", and no slip of "starting". */
const isFormOfKnown = (word: string, index: CatalogIndex): boolean =>
  /(?:ing|ed|ions?)$/.test(word) && stemOf(word) !== word && index.logs.vocabulary.stems.has(stemOf(word));

/** "reworked" is what the value `rework` says. */
const isFormOfValue = (word: string, index: CatalogIndex): boolean =>
  /.{4}ed$/.test(word) && [word.slice(0, -2), word.slice(0, -1)].some((stem) => index.values.has(stem));

const isKnown = (token: Token, index: CatalogIndex): boolean => {
  const lower = token.text.toLowerCase();
  const joined = joinedForm(token.text);
  return (
    conceptOf(token.norm) !== null ||
    conceptOf(lower) !== null ||
    LEXICON_WORDS.has(token.norm) ||
    LEXICON_WORDS.has(lower) ||
    isPlainEnglish(lower) ||
    index.words.has(lower) ||
    index.words.has(token.norm) ||
    index.values.has(joined) ||
    index.fieldNames.has(joined) ||
    index.nameEnds.has(token.norm) ||
    isFormOfKnown(lower, index) ||
    isFormOfValue(lower, index) ||
    index.logs.vocabulary.words.has(token.norm) ||
    index.spans.vocabulary.words.has(token.norm)
  );
};

const TIME_SET: ReadonlySet<string> = new Set(TIME_WORDS.flatMap((line) => line.split(' ')));

const SHORT_WORDS = [
  'last',
  'each',
  'show',
  'from',
  'this',
  'just',
  'week',
  'hour',
  'most',
  'make',
  'kind',
  'span',
  'logs',
  'slow',
  'rate',
  'user',
  'path',
  'back',
  'past',
  'list',
  'with',
  'over',
  'than',
  'that',
  'time',
  'code',
  'both',
  'drop',
  'step',
  'grep',
  'what',
  'more',
] as const;

/** Words that are read as they stand and that no phrase of the lexicon is alone. */
const PLAIN_WORDS: readonly string[] = [
  'both three four five seven eight nine eleven twelve fifteen twenty thirty step people',
].flatMap((line) => line.split(' '));

/** The word in the number that it is written in: a slip in "lines" is nearer to "lines" than to "line". */
const pluralOf = (word: string): string => (/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`);

/** "errorss": the plural struck twice, where the word without it is known. */
const withoutDoubledEnd =
  (index: CatalogIndex) =>
  (token: Token): Token => {
    const once =
      token.kind === 'word' && /[a-z]ss$/i.test(token.text) && !isKnown(token, index) ? token.text.slice(0, -1) : null;
    return once === null || !isKnown({ ...token, text: once, norm: wordForm(once) }, index)
      ? token
      : { ...token, text: once, norm: wordForm(once) };
  };

interface Candidate {
  readonly word: string;
  readonly distance: number;
  readonly weight: number;
}

/** A letter too many is one that was struck twice; any other would have been another word. */
const isLikely = (word: string, candidate: string): boolean =>
  isSlip(word, candidate) &&
  (word.length !== candidate.length + 1 ||
    Array.from(word).some(
      (letter, at) => letter === word[at + 1] && word.slice(0, at) + word.slice(at + 1) === candidate,
    ));

const better = (a: Candidate, b: Candidate, word: string): boolean => {
  if (a.distance !== b.distance) return a.distance < b.distance;
  // A letter left out or struck twice is likelier than another word: "laast" is "last", not "least".
  const slipped = (candidate: Candidate): number => (isLikely(word, candidate.word) ? 1 : 0);
  if (slipped(a) !== slipped(b)) return slipped(a) > slipped(b);
  const first = (candidate: Candidate): number => (candidate.word[0] === word[0] ? 1 : 0);
  if (first(a) !== first(b)) return first(a) > first(b);
  if (a.weight !== b.weight) return a.weight > b.weight;
  const off = (candidate: Candidate): number => Math.abs(candidate.word.length - word.length);
  return off(a) === off(b) ? a.word < b.word : off(a) < off(b);
};

/** A plural that was folded may have been folded wrongly: of two words the one nearer to what is written is meant. */
const foldedCost = 0.25;

/** "unfinished" is no slip of "finished", but its opposite; "restarted" is not "started" either. */
const isOtherDeed = (written: string, word: string): boolean =>
  written.length > word.length &&
  written.endsWith(word) &&
  /^(?:un|non-?|dis|not|re|in|im|de)$/.test(written.slice(0, -word.length));

const nearest = (token: Token, index: CatalogIndex): string | null => {
  let best: Candidate | null = null;
  const written = token.text.toLowerCase();
  const forms = new Set([written, token.norm]);
  // Three letters are too few to be corrected, but for one left out of a word that nearly every question has.
  const considerShort = (word: string): void => {
    if (written.length === 3 && written[0] === word[0] && osaDistance(written, word, 1) <= 1)
      best ??= { word, distance: 1, weight: 1 };
  };
  const consider = (word: string, weight: number): void => {
    if (isOtherDeed(written, word)) return;
    for (const form of forms) {
      const isWritten = form === written;
      for (const target of isWritten && written.endsWith('s') && word.length > 3 ? [word, pluralOf(word)] : [word]) {
        if (Math.abs(target.length - form.length) > 2) continue;
        const budget = target === word ? budgetOf(form, word) : Math.min(1, budgetOf(form, target));
        const edits = osaDistance(form, target, budget);
        if (edits > budget || (form.length === 4 && !isSlip(form, target))) continue;
        const candidate = { word, distance: isWritten ? edits : edits + foldedCost, weight };
        if (best === null || better(candidate, best, form)) best = candidate;
      }
    }
  };
  // Words that only stand inside phrases ("on fire") are meant less often than those that mean something alone.
  for (const word of LEXICON_WORDS) consider(word, TIME_SET.has(word) ? 3.5 : conceptOf(word) === null ? 1.5 : 2);
  for (const word of PLAIN_WORDS) consider(word, 3);
  if (best === null) for (const word of SHORT_WORDS) considerShort(word);
  for (const [word, weight] of index.words) consider(word, weight);
  // What messages say, where the word is long enough to be told from others.
  if (token.text.length >= messageWordCharsMin)
    for (const word of index.logs.vocabulary.tokens) if (/^[a-z]+$/.test(word)) consider(word, 1);
  return (best as Candidate | null)?.word ?? null;
};

/**
 * Corrects words that nothing knows to the nearest word of the lexicon or of the data. Numbers, ids, paths, quoted
 * text, known words and plain English are left as they are, and so are words that were learned.
 */
export const correctSpelling = (
  tokens: readonly Token[],
  index: CatalogIndex,
  isTaught: (at: number) => boolean = () => false,
): { readonly tokens: readonly Token[]; readonly typos: readonly Typo[] } => {
  const typos: Typo[] = [];
  let unknown = 0;
  const corrected = tokens.map(withoutDoubledEnd(index)).map((token, at): Token => {
    const correctable = token.kind === 'word' && /^[\p{L}-]+$/u.test(token.text) && token.text.length <= wordCharsMax;
    if (!correctable || isTaught(at) || isKnown(token, index)) return token;
    unknown += 1;
    const word = unknown > unknownWordsMax ? null : nearest(token, index);
    if (word === null) return token;
    typos.push({ written: token.text, read: word, sure: isSlip(token.text.toLowerCase(), word) || word.length >= 7 });
    // The rules read the word that was meant; of several things it stays plural.
    const plural = /s$/i.test(token.text) && !word.endsWith('s');
    return { ...token, text: plural ? pluralOf(word) : word, norm: wordForm(word) };
  });
  return { tokens: corrected, typos };
};
