/** A rule of a TextMate grammar: a match, a region between two matches, a name of another rule, or a list. */
export interface GrammarRule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly contentName?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly GrammarRule[];
  readonly include?: string;
}

type Captures = Readonly<Record<string, { readonly name: string }>>;

export const SCOPE = 'source.dataprime';

/** `keyword.operator.dataprime` */
export const scope = (name: string): string => `${name}.dataprime`;

/** Names for the groups of a pattern, in their order; null for a group without one. */
export const captures = (...names: readonly (string | null)[]): Captures =>
  Object.fromEntries(
    names.flatMap((name, index) => (name === null ? [] : [[String(index + 1), { name: scope(name) }]])),
  );

/** A word as the lexer reads it, and where it ends. */
export const WORD = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*';
export const WORD_END = '(?![\\p{L}\\p{M}\\p{N}_])';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** One of these texts. Longer ones are tried first; a blank stands for any blanks. */
export const oneOf = (texts: readonly string[]): string =>
  `(?:${[...new Set(texts)]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((text) => escaped(text).replaceAll(' ', '\\s+'))
    .join('|')})`;
