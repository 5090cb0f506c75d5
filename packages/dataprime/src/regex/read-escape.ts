import { fault, hex, type RegexReader, take, takeMatch } from './regex-reader.ts';

/** An escape for the engine, outside of a class and inside one; null where it has no meaning there. */
interface Escape {
  readonly outside: string | null;
  readonly inside: string | null;
}
const both = (text: string): Escape => ({ outside: text, inside: text });

/** What Ruby writes with one letter, as RE2 has it. */
const LETTERS: Readonly<Record<string, Escape>> = {
  ...Object.fromEntries('d D s S w W n r t f v a'.split(' ').map((letter) => [letter, both(`\\${letter}`)])),
  A: { outside: '\\A', inside: null },
  z: { outside: '\\z', inside: null },
  Z: { outside: '\\n?\\z', inside: null },
  B: { outside: '\\B', inside: null },
  b: { outside: '\\b', inside: '\\x08' },
  e: both('\\x1B'),
  h: { outside: '[0-9a-fA-F]', inside: '0-9a-fA-F' },
  H: { outside: '[^0-9a-fA-F]', inside: null },
  N: { outside: '[^\\n]', inside: null },
  R: { outside: '(?:\\r\\n|[\\n\\v\\f\\r\\x{85}\\x{2028}\\x{2029}])', inside: null },
};

/** Names of properties that RE2 knows by a letter or two, and those of scripts that it knows as they are. */
const PROPERTIES: Readonly<Record<string, string>> = {
  Alpha: 'L',
  Letter: 'L',
  Upper: 'Lu',
  Uppercase_Letter: 'Lu',
  Lower: 'Ll',
  Lowercase_Letter: 'Ll',
  Digit: 'Nd',
  Number: 'N',
  Mark: 'M',
  Punct: 'P',
  Punctuation: 'P',
  Symbol: 'S',
  Separator: 'Z',
  Other: 'C',
};
const CATEGORY = /^(?:L[ulmto]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfos]?|Any)$/;
const SCRIPTS: ReadonlySet<string> = new Set(
  'Arabic Armenian Bengali Bopomofo Braille Cherokee Common Cyrillic Devanagari Ethiopic Georgian Greek Gujarati Gurmukhi Han Hangul Hebrew Hiragana Inherited Kannada Katakana Khmer Lao Latin Malayalam Mongolian Myanmar Oriya Sinhala Syriac Tamil Telugu Thaana Thai Tibetan Yi'.split(
    ' ',
  ),
);

const readProperty = (r: RegexReader, letter: string, start: number): string => {
  const braced = takeMatch(r, /\{(\^?)([A-Za-z_ ]+)\}/y);
  const [negated, name] = braced === null ? ['', take(r)] : [braced[1] ?? '', braced[2] ?? ''];
  const known = PROPERTIES[name] ?? (CATEGORY.test(name) || SCRIPTS.has(name) ? name : null);
  if (known === null) return fault(`an unknown property of characters \`${name}\``, start);
  const isNegated = (letter === 'P') !== (negated === '^');
  return `\\${isNegated ? 'P' : 'p'}{${known}}`;
};

/** `\xHH`, `\x{H…}`, `\uHHHH`, `\u{H…}`, `\0oo`, `\cX`: one character by its number. Null for another escape. */
const readCode = (r: RegexReader, start: number): string | null => {
  const found =
    takeMatch(r, /[xu]\{([0-9A-Fa-f]{1,6})\}/y) ??
    takeMatch(r, /u([0-9A-Fa-f]{4})/y) ??
    takeMatch(r, /x([0-9A-Fa-f]{1,2})/y);
  if (found !== null) {
    const code = Number.parseInt(found[1] ?? '', 16);
    return code > 0x10ffff ? fault('a number that is no character', start) : hex(code);
  }
  const octal = takeMatch(r, /0[0-7]{0,2}/y);
  if (octal !== null) return hex(Number.parseInt(octal[0], 8));
  const control = takeMatch(r, /c([A-Za-z])/y);
  return control === null ? null : hex((control[1] ?? '').toUpperCase().charCodeAt(0) - 64);
};

const NAMES: Readonly<Record<string, string>> = {
  k: 'a back-reference',
  G: '`\\G`, an anchor of Ruby alone',
  K: '`\\K`, an escape of Ruby alone',
  X: '`\\X`, an escape of Ruby alone',
};

/** What a backslash begins. `isClass`: between brackets. */
export const readEscape = (r: RegexReader, isClass: boolean): string => {
  const start = r.at;
  r.at += 1;
  if (r.at >= r.pattern.length) return fault('a backslash at the end', start);
  const code = readCode(r, start);
  if (code !== null) return code;
  const char = take(r);
  if (/[1-9]/.test(char)) return fault('a back-reference', start);
  if (char === 'p' || char === 'P') return readProperty(r, char, start);
  if (char === 'Q' && !isClass) {
    const quoted = takeMatch(r, /((?:(?!\\E)[\s\S])*)(?:\\E|$)/y)?.[1] ?? '';
    return quoted.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  if (!/[A-Za-z]/.test(char)) return char < '\u0080' ? `\\${char}` : char;
  const known = Object.hasOwn(LETTERS, char) ? LETTERS[char] : undefined;
  const text = known === undefined ? null : isClass ? known.inside : known.outside;
  return text ?? fault(NAMES[char] ?? `an unknown escape \`\\${char}\`${isClass ? ' in a class' : ''}`, start);
};
