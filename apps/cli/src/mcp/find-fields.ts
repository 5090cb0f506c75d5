import { catalogIndex } from '@clearspan/assistant';
import type { Catalog, CatalogField } from '@clearspan/contracts';
import { pathText } from '@clearspan/dataprime';
import { osaDistance } from '@clearspan/text';

export type DataSetName = 'logs' | 'spans';

/** A field of the data with what it means, and how well it fits what was looked for. */
export interface FoundField {
  readonly source: DataSetName;
  /** As a query writes it. */
  readonly path: string;
  readonly role: string | null;
  readonly field: CatalogField;
  readonly score: number;
  /** Values that have a word of the search in them. */
  readonly matched: readonly string[];
}

const WORD_CHARS_MAX = 64;
const WORDS_MAX = 16;
const MATCHED_MAX = 5;
const SCORES = { same: 8, role: 10, begins: 4, holds: 2, misspelt: 2, value: 3 } as const;

/** Words of a name: `http.statusCode` has `http`, `status` and `code`. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, WORD_CHARS_MAX));

const nameScore = (word: string, names: readonly string[]): number => {
  if (names.includes(word)) return SCORES.same;
  if (names.some((name) => name.startsWith(word) || (name.length > 2 && word.startsWith(name)))) return SCORES.begins;
  if (word.length > 2 && names.some((name) => name.includes(word))) return SCORES.holds;
  const edits = word.length > 6 ? 2 : word.length > 3 ? 1 : 0;
  return edits > 0 && names.some((name) => osaDistance(word, name, edits) <= edits) ? SCORES.misspelt : 0;
};

const valuesWith = (word: string, { values, examples }: CatalogField): readonly string[] =>
  word.length < 2
    ? []
    : [...values.map(({ value }) => value), ...examples].filter((value) => value.toLowerCase().includes(word));

const rate = (words: readonly string[], found: Omit<FoundField, 'score' | 'matched'>): FoundField => {
  const names = wordsOf(found.path);
  const matched = new Set<string>();
  let score = 0;
  for (const word of words) {
    const values = valuesWith(word, found.field);
    for (const value of values) matched.add(value);
    const byName = Math.max(nameScore(word, names), found.role === word ? SCORES.role : 0);
    score += Math.max(byName, values.length > 0 ? SCORES.value : 0);
  }
  return { ...found, score, matched: [...matched].slice(0, MATCHED_MAX) };
};

/**
 * Fields that words may mean: by their names, also misspelt, by their roles, by their values. The best fit first, then
 * the shorter name, then what most records have; without words, every field.
 */
export const findFields = (
  catalog: Catalog,
  text: string,
  sources: readonly DataSetName[] = ['logs', 'spans'],
): readonly FoundField[] => {
  const index = catalogIndex(catalog);
  const words = wordsOf(text).slice(0, WORDS_MAX);
  return sources
    .flatMap((source) =>
      index[source].fields.map(({ ref, source: field }) =>
        rate(words, { source, path: pathText(field.root, field.path), role: ref.role, field }),
      ),
    )
    .filter(({ score }) => words.length === 0 || score > 0)
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        (words.length === 0 ? 0 : wordsOf(a.path).length - wordsOf(b.path).length) ||
        b.field.presence - a.field.presence ||
        a.path.localeCompare(b.path),
    );
};
