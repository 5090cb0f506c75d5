const LOOK_AROUND = /\(\?(?:=|!|<=|<!)/;
const UNSUPPORTED: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: LOOK_AROUND, what: 'look-around' },
  { pattern: /\\[1-9]|\\k<|\(\?P=/, what: 'a back-reference' },
  { pattern: /\(\?>/, what: 'an atomic group' },
  { pattern: /[*+?}]\+/, what: 'a possessive quantifier' },
  { pattern: /\(\?[a-zA-Z-]*x/, what: 'the flag `x`' },
  { pattern: /\(\?#/, what: 'a comment' },
];

/** Letters that have a meaning after a backslash, in a class or outside. */
const ESCAPED_LETTERS = 'aftnrvdDsSwWbBAzCQEpPx';
/** What RE2 lets a part of an expression be repeated at most. */
const repetitionMax = 1000;

const unknownEscape = (pattern: string): string | null => {
  for (const [, letter = ''] of pattern.replace(/\\\\/g, '__').matchAll(/\\([A-Za-z])/g))
    if (!ESCAPED_LETTERS.includes(letter)) return `the escape \`\\${letter}\``;
  return null;
};

const badRepetition = (syntax: string): string | null => {
  for (const [text, least, , most = least] of syntax.matchAll(/\{(\d+)(,(\d+)?)?\}/g)) {
    if (Number(most) < Number(least)) return `the repetition \`${text}\``;
    if (Math.max(Number(least), Number(most)) > repetitionMax) return `a repetition of more than ${repetitionMax}`;
  }
  return null;
};

/** Escaped characters and classes hold no syntax; they are blanked so that the search sees syntax alone. */
const syntaxOf = (pattern: string): string =>
  pattern
    .replace(/\\\\/g, '__')
    .replace(/\[(?:\\.|[^\]\\])*\]/g, (cls) => `[${'_'.repeat(Math.max(0, cls.length - 2))}]`)
    .replace(/\\[()*+?{}[\]|.^$/]/g, '__');

/** What in a regular expression the engine (RE2) cannot run; null when all of it can. */
export const unsupportedRegex = (pattern: string): string | null => {
  const syntax = syntaxOf(pattern);
  const found = UNSUPPORTED.find((entry) => entry.pattern.test(syntax));
  const fault = found?.what ?? unknownEscape(pattern) ?? badRepetition(syntax);
  if (fault !== null) return fault;
  try {
    new RegExp(pattern.replaceAll('(?P<', '(?<').replace(/^\(\?[imsx]+\)/, ''));
    return null;
  } catch {
    return malformed(syntax);
  }
};

/** JavaScript refuses some expressions that RE2 takes, so only faults both share are told. */
const malformed = (syntax: string): string | null => {
  const open = (syntax.match(/\((?!$)|\($/g) ?? []).length;
  const close = (syntax.match(/\)/g) ?? []).length;
  if (open !== close) return 'an unbalanced parenthesis';
  if (syntax.replace(/\[_*\]/g, '').includes('[')) return 'a class without its `]`';
  return /^[*+?]/.test(syntax) ? 'a repetition of nothing' : null;
};

/** A DataPrime regular expression as RE2 reads it: `.` stops at line ends, named groups are `(?P<name>`. */
export const toRe2 = (pattern: string): string => `(?-s)${pattern.replace(/\(\?<(?![=!])/g, '(?P<')}`;
