import type { Rule } from './rule.ts';

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w.])\/(?:work|root|home\/\w+)\//, 'a path of one machine'],
  [/\bregistry\.npmjs\.org\b/, 'a registry host'],
  [/\b(?:TODO|FIXME|XXX)\b/, 'unfinished work; open an issue instead'],
  [/^(?:<{7}|>{7}) /m, 'a merge conflict'],
];

/** The repository speaks of the software alone. */
export const wording: Rule = (tree) =>
  tree
    .filter(({ path }) => path !== 'tools/tidy/wording.ts')
    .flatMap(({ path, text }) =>
      FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${path}: holds ${what}`),
    );
