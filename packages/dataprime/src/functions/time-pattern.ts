/** How a number is filled up: `-` not at all, `_` with blanks, `0` with zeros, and `` as its specifier does. */
export type Padding = '' | '-' | '_' | '0';

/** One token of a pattern: text as it is, or a specifier without its percent sign. */
export type PatternToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'specifier'; readonly text: string; readonly padding: Padding };

/** Specifiers that stand for others. */
const COMPOSED: ReadonlyMap<string, string> = new Map([
  ['c', '%a %b %e %H:%M:%S %Y'],
  ['D', '%m/%d/%y'],
  ['F', '%Y-%m-%d'],
  ['R', '%H:%M'],
  ['r', '%I:%M:%S %p'],
  ['T', '%H:%M:%S'],
  ['v', '%e-%b-%Y'],
  ['X', '%H:%M:%S'],
  ['x', '%m/%d/%y'],
  ['+', '%Y-%m-%dT%H:%M:%S%.f%:z'],
]);

/**
 * A strftime pattern cut into tokens, with the specifiers of Rust's chrono (§6.7), which DataPrime follows; combined
 * ones are written out. A percent sign before something else is a specifier of that name, which nothing knows.
 */
export const tokenizePattern = (pattern: string): readonly PatternToken[] =>
  [...pattern.matchAll(/%([-_0]?)(\.[369]?f|[369]f|:z|[A-Za-z%+]?)|[^%]+/g)].flatMap(
    ([token, padding = '', name = '']): readonly PatternToken[] => {
      if (!token.startsWith('%')) return [{ kind: 'text', text: token }];
      const composed = padding === '' ? COMPOSED.get(name) : undefined;
      return composed === undefined
        ? [{ kind: 'specifier', text: name, padding: padding as Padding }]
        : tokenizePattern(composed);
    },
  );

/** The formats that have a name instead of a pattern and are numbers: how many nanoseconds one unit has. */
export const EPOCH_FORMATS: ReadonlyMap<string, bigint> = new Map([
  ['timestamp_second', 1_000_000_000n],
  ['timestamp_milli', 1_000_000n],
  ['timestamp_micro', 1_000n],
  ['timestamp_nano', 1n],
]);

export const NAMED_FORMATS: ReadonlySet<string> = new Set(['auto', 'iso8601', 'iso8601bare', ...EPOCH_FORMATS.keys()]);
