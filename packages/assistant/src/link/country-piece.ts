import type { CatalogIndex, ValueEntry } from '../catalog/catalog-index.ts';
import { COUNTRIES, LANGUAGES } from '../lexicon/countries.ts';
import { joinedForm, nameWords } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { linksTo } from './link-values.ts';
import type { Piece } from './piece.ts';

const codesOf = (list: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    list.flatMap((line): readonly (readonly [string, readonly string[]])[] => {
      const [code = '', ...names] = line.split('|');
      // Data may have the code or the name itself; of Great Britain both codes are met.
      const spelled = [code, ...(code === 'GB' ? ['UK'] : []), names[0] ?? ''];
      return names.map((name) => [name, spelled]);
    }),
  );

const COUNTRY_CODES = codesOf(COUNTRIES);
const LANGUAGE_CODES = codesOf(LANGUAGES);

const COUNTRY_NAME = /^(?:country|countries|nation|nationality|citizenship|market|geo|territory|residence)$/;
const LANGUAGE_NAME = /^(?:lang|language|locale|subtitle|subtitles|audio|translation)$/;

const isCalled = (name: RegExp) => (entry: ValueEntry) =>
  entry.field.path.some((part) => nameWords(part).some((word) => name.test(word)));

const fieldsWith = (spelled: readonly string[], name: RegExp, index: CatalogIndex): readonly ValueEntry[] =>
  spelled.flatMap((code) => (index.values.get(joinedForm(code)) ?? []).filter(isCalled(name)));

/** A language by its code, or by the only locale that begins with it: `de-DE`. */
const languagesWith = (spelled: readonly string[], index: CatalogIndex): readonly ValueEntry[] => {
  const found = fieldsWith(spelled, LANGUAGE_NAME, index);
  if (found.length > 0) return found;
  const begins = new RegExp(`^${spelled[0] ?? ''}[-_]`, 'i');
  return (['logs', 'spans'] as const).flatMap((dataset) =>
    index[dataset].fields.flatMap(({ ref, source }) => {
      const own = source.values.filter(({ value }) => begins.test(value));
      const [only] = own;
      if (only === undefined || own.length > 1) return [];
      return [{ dataset, field: ref, value: only.value, count: only.count }].filter(isCalled(LANGUAGE_NAME));
    }),
  );
};

const isLast = (tokens: readonly Token[], end: number): boolean =>
  !/^(?:word|id|path)$/.test(tokens[end]?.kind ?? '') ||
  /^(?:today|yesterday|this|last|since|by|per|and|or|versus|vs)$/.test(tokens[end]?.norm ?? '');

/** "in German", but not "in German homes": nobody is in it but what is written or spoken so. */
const isWritten = (tokens: readonly Token[], at: number, end: number): boolean =>
  /^(?:in|into)$/.test(tokens[at - 1]?.norm ?? '') && isLast(tokens, end);

/** "the Polish version", "language German" */
const isSpoken = (tokens: readonly Token[], at: number, end: number): boolean =>
  tokens[at - 1]?.norm === 'language' ||
  /^(?:language|speaking|speaker|version|subtitle|audio|translation|locale|text|page)$/.test(tokens[end]?.norm ?? '');

/** "Spanish viewers", "only in Poland", "from the US", "in German": by the code that a field of countries or languages has. */
export const countryPiece = (
  tokens: readonly Token[],
  at: number,
  length: number,
  index: CatalogIndex,
): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some(({ kind }) => kind !== 'word')) return null;
  const phrase = run.map(({ text }) => text.toLowerCase()).join(' ');
  // "US" is written so, for "us" are we.
  const codes = run[0]?.text === 'US' && length === 1 ? COUNTRY_CODES.get('usa') : COUNTRY_CODES.get(phrase);
  const languages = LANGUAGE_CODES.get(phrase);
  const written = languages !== undefined && isWritten(tokens, at, at + length);
  const spoken =
    languages !== undefined && (written || isSpoken(tokens, at, at + length)) ? languagesWith(languages, index) : [];
  const found = spoken.length > 0 || written ? spoken : fieldsWith(codes ?? [], COUNTRY_NAME, index);
  const links = linksTo(found);
  return links.length === 0 ? null : { to: at + length, weight: 1.9 * length, meaning: { kind: 'value', links } };
};
