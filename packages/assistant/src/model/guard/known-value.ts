import type { CatalogIndex } from '../../catalog/catalog-index.ts';
import { joinedForm, wordForm } from '../../tokens/normal-form.ts';

/** What the language and the engine call things. */
const KNOWN =
  /^(?:true|false|error|ok|unset|internal|server|client|producer|consumer|get|head|post|put|patch|delete|options|high|medium|low|critical|warning|info|debug|verbose|year|month|week|day|hour|minute|second|day_of_week|day_of_year|utc|iso8601)$/i;
/** Counts and flags that stand for nothing of the data. */
const SMALL = /^-?[01]$/;

const wordsOf = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}_.-]+/u).filter((word) => word !== '');

/** Whether a value stands in what was said, as a whole or word by word. */
export const isSaid = (value: string, said: string): boolean => {
  const joined = joinedForm(value);
  if (joined === '' || (joined.length > 2 && joinedForm(said).includes(joined))) return true;
  const words = new Set(wordsOf(said).map(wordForm));
  return wordsOf(value).every((word) => words.has(wordForm(word)));
};

/** Whether a value is one of the data, or a word of the language and the engine. Log lines are no values. */
export const isKnownValue = (value: string, index: CatalogIndex): boolean =>
  KNOWN.test(value) ||
  SMALL.test(value) ||
  (index.values.get(joinedForm(value))?.length ?? 0) > 0 ||
  [index.logs, index.spans].some(({ fields }) =>
    fields.some(({ ref, source }) => ref.role !== 'message' && source.values.some((entry) => entry.value === value)),
  );

/**
 * The words that a pattern looks for. What parts words there (`|`, `.*`, `\\s`, classes of characters) parts them here; other
 * signs are dropped, so that `p(?:)a[s]s` is read as what it finds.
 */
export const patternWords = (pattern: string): readonly string[] =>
  pattern
    .replace(/\[\^[^\]]*\]|\[[^\]]{2,}\]/g, ' ')
    .replace(/\\[bBdDsSwW]|\.[*+?]?|\||\s/g, ' ')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .split(' ')
    .filter((word) => word.length > 2);
