const LOOK_AROUND = /\(\?(?:=|!|<=|<!)/;
const UNSUPPORTED: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: LOOK_AROUND, what: 'look-around' },
  { pattern: /\\[1-9]|\\k<|\(\?P=/, what: 'a back-reference' },
  { pattern: /\(\?>/, what: 'an atomic group' },
  { pattern: /[*+?}]\+/, what: 'a possessive quantifier' },
  { pattern: /\\[GKRXh]/, what: 'an escape of Ruby alone' },
];

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
  if (found !== undefined) return found.what;
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
  return /^[*+?]/.test(syntax) ? 'a repetition of nothing' : null;
};

/** A DataPrime regular expression as RE2 reads it: `.` stops at line ends, named groups are `(?P<name>`. */
export const toRe2 = (pattern: string): string => `(?-s)${pattern.replace(/\(\?<(?![=!])/g, '(?P<')}`;
