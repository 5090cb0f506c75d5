import { PHRASE_CHARS_MAX } from '@clearspan/contracts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { conceptOf, LEXICON_WORDS } from '../lexicon/lexicon.ts';
import { TIME_WORDS } from '../lexicon/time-words.ts';
import { expandPhrases } from '../tokens/expand-phrases.ts';
import { joinedForm, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { tokenise } from '../tokens/tokenise.ts';

export const aliasWordsMax = 4;
const wordCharsMin = 2;

const TIMES: ReadonlySet<string> = new Set([...TIME_WORDS].flatMap((entry) => entry.split(' ')));

/** The words of a run of tokens in the form that aliases are found by: as written, not as a typo was corrected. */
export const keyOfTokens = (tokens: readonly Token[]): string => tokens.map(({ text }) => wordForm(text)).join(' ');

export const keyOfPhrase = (phrase: string): string => keyOfTokens(tokenise(phrase));

const isPlainWord = ({ kind, text }: Token): boolean =>
  kind === 'word' && text.length >= wordCharsMin && /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(text);

/** A word that questions are made of: whoever took it would change what everything else means. */
const hasMeaning = (token: Token): boolean =>
  [token.norm, token.text.toLowerCase()].some((form) => conceptOf(form) !== null || TIMES.has(form));

/** Part of a longer phrase of the lexicon, as "order" of "order by": nothing by itself, and no alias by itself. */
const isPart = (token: Token): boolean =>
  [token.norm, token.text.toLowerCase()].some((form) => LEXICON_WORDS.has(form));

/** "svc" beside a name only says that it is one. */
const saysRole = ({ norm }: Token): boolean => conceptOf(norm)?.kind === 'role';

/** Why words cannot be an alias, in the words of a diagnostic; null where they can. */
export const phraseProblem = (phrase: string, index: CatalogIndex): string | null => {
  // What is short for a word has its meaning.
  const tokens = expandPhrases(tokenise(phrase), () => false);
  if (phrase.length > PHRASE_CHARS_MAX || tokens.length === 0 || tokens.length > aliasWordsMax)
    return `expected 1 to ${aliasWordsMax} words of at most ${PHRASE_CHARS_MAX} characters, found ${tokens.length} in ${phrase.length}`;
  const odd = tokens.find((token) => !isPlainWord(token));
  if (odd !== undefined) return `expected plain words, found \`${odd.text}\``;
  const meant = tokens.find((token) => hasMeaning(token) && !saysRole(token));
  if (meant !== undefined) return `expected words without a meaning of their own, found "${meant.text}"`;
  if (
    tokens.every((token) => saysRole(token) || (tokens.length === 1 && isPart(token))) ||
    conceptOf(keyOfTokens(tokens))
  )
    return `expected words without a meaning of their own, found "${phrase}"`;
  const whole = joinedForm(phrase);
  const value = tokens.find(({ text }) => index.values.has(joinedForm(text)));
  if (value !== undefined) return `expected words that the data does not have, found the value "${value.text}"`;
  if (index.values.has(whole)) return `expected words that the data does not have, found the value "${phrase}"`;
  return index.fieldNames.has(whole) ? `expected words that the data does not have, found the field "${phrase}"` : null;
};
