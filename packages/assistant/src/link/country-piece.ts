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

/** "in German", "the Polish version": spoken or written, and no country. */
const isSpoken = (tokens: readonly Token[], at: number, end: number): boolean =>
  /^(?:in|into|language)$/.test(tokens[at - 1]?.norm ?? '') ||
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
  const spoken =
    languages !== undefined && isSpoken(tokens, at, at + length) ? fieldsWith(languages, LANGUAGE_NAME, index) : [];
  const found = spoken.length > 0 ? spoken : fieldsWith(codes ?? [], COUNTRY_NAME, index);
  const links = linksTo(found);
  return links.length === 0 ? null : { to: at + length, weight: 1.9 * length, meaning: { kind: 'value', links } };
};
