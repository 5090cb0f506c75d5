import { readClass } from './read-class.ts';
import { readEscape } from './read-escape.ts';
import { charAt, fault, type Piece, type RegexFault, type RegexReader, take, takeMatch } from './regex-reader.ts';

/** How deep groups may stand inside one another. */
const groupDepthMax = 100;
/** RE2 writes repetitions out, at most this often. */
const repetitionsMax = 1000;

export type TranslatedRegex =
  | { readonly ok: true; readonly re2: string }
  /** `what` reads after "found". */
  | { readonly ok: false; readonly what: string; readonly at: number };

const OPENINGS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\(\?<?[=!]/y, 'look-around'],
  [/\(\?>/y, 'an atomic group'],
  [/\(\?P[=>]/y, 'a back-reference'],
  [/\(\?[(~&|R0-9+-]+(?![imsU]*[:)])/y, 'a group of Ruby alone'],
];

const refuseOpening = (r: RegexReader): void => {
  for (const [pattern, what] of OPENINGS) {
    pattern.lastIndex = r.at;
    if (pattern.test(r.pattern)) fault(what, r.at);
  }
};

/** The opening of a group for the engine; null for one that holds no pattern: a comment, or flags alone. */
const readOpening = (r: RegexReader): { readonly text: string; readonly isGroup: boolean } => {
  const start = r.at;
  refuseOpening(r);
  if (takeMatch(r, /\(\?#[^)]*\)/y) !== null) return { text: '', isGroup: false };
  const named = takeMatch(r, /\(\?P?(?:<([\p{L}_][\p{L}\p{N}_]*)>|'([\p{L}_][\p{L}\p{N}_]*)')/uy);
  if (named !== null) {
    const name = named[1] ?? named[2] ?? '';
    if (r.groupNames.has(name)) return fault(`two groups of the name \`${name}\``, start);
    r.groupNames.add(name);
    return { text: `(?P<${name}>`, isGroup: true };
  }
  const flags = takeMatch(r, /\(\?([a-zA-Z]*(?:-[a-zA-Z]+)?)([:)])/y);
  if (flags !== null) {
    const [, letters = '', end] = flags;
    const unknown = /[^imsU-]/.exec(letters)?.[0];
    if (unknown !== undefined) return fault(`an unknown flag \`${unknown}\``, start);
    return { text: flags[0], isGroup: end === ':' };
  }
  if (takeMatch(r, /\((?!\?)/y) !== null) return { text: '(', isGroup: true };
  return fault('a group that is not known', start);
};

const readGroup = (r: RegexReader): Piece => {
  const start = r.at;
  const { text, isGroup } = readOpening(r);
  if (!isGroup) return { re2: text, repeats: 0 };
  r.depth += 1;
  if (r.depth > groupDepthMax) fault(`more than ${groupDepthMax} groups inside one another`, start);
  const inner = readAlternatives(r);
  r.depth -= 1;
  if (charAt(r) !== ')') fault('a group without its end `)`', start);
  r.at += 1;
  return { re2: `${text}${inner.re2})`, repeats: Math.max(inner.repeats, 1) };
};

const readAtom = (r: RegexReader): Piece => {
  const char = charAt(r);
  if (char === '(') return readGroup(r);
  if (char === '[') return { re2: readClass(r), repeats: 1 };
  if (char === '\\') {
    // Nothing between `\Q` and `\E` is nothing that could be repeated.
    const re2 = readEscape(r, false);
    return { re2, repeats: re2 === '' ? 0 : 1 };
  }
  if ('*+?'.includes(char)) fault('a repetition of nothing', r.at);
  r.at += char.length;
  return { re2: char === '{' || char === '}' ? `\\${char}` : char, repeats: 1 };
};

/** How often at most, written for the engine; null where there is no repetition here. */
const readCount = (r: RegexReader): { readonly re2: string; readonly most: number } | null => {
  if ('*+?'.includes(charAt(r)) && charAt(r) !== '') return { re2: take(r), most: 1 };
  const start = r.at;
  const found = takeMatch(r, /\{(\d*)(,?)(\d*)\}/y);
  const [, from = '', comma = '', to = ''] = found ?? [];
  if (found === null || (from === '' && to === '')) {
    r.at = start;
    return null;
  }
  const [least, most] = [Number(from), comma === '' ? Number(from) : to === '' ? Number(from) : Number(to)];
  if (most < least) fault('a repetition from more to fewer', start);
  return { re2: `{${least}${comma}${to}}`, most: Math.max(least, most, 1) };
};

const readRepeated = (r: RegexReader): Piece => {
  const start = r.at;
  const atom = readAtom(r);
  const count = readCount(r);
  if (count === null) return atom;
  if (atom.repeats === 0) fault('a repetition of nothing', start);
  const lazy = takeMatch(r, /\?/y) === null ? '' : '?';
  if (charAt(r) === '+') fault('a possessive quantifier', r.at);
  const again = r.at;
  if (readCount(r) !== null) fault('a repetition of a repetition', again);
  const repeats = atom.repeats * count.most;
  if (repeats > repetitionsMax) fault(`a repetition of more than ${repetitionsMax}`, start);
  return { re2: `${atom.re2}${count.re2}${lazy}`, repeats };
};

const readSequence = (r: RegexReader): Piece => {
  let re2 = '';
  let repeats = 1;
  while (r.at < r.pattern.length && charAt(r) !== '|' && charAt(r) !== ')') {
    const piece = readRepeated(r);
    re2 += piece.re2;
    repeats = Math.max(repeats, piece.repeats);
  }
  return { re2, repeats };
};

const readAlternatives = (r: RegexReader): Piece => {
  let { re2, repeats } = readSequence(r);
  while (charAt(r) === '|') {
    r.at += 1;
    const next = readSequence(r);
    re2 += `|${next.re2}`;
    repeats = Math.max(repeats, next.repeats);
  }
  return { re2, repeats };
};

const isFault = (thrown: unknown): thrown is RegexFault =>
  typeof thrown === 'object' && thrown !== null && 'kind' in thrown && thrown.kind === 'regex-fault';

/**
 * A regular expression of DataPrime (of Ruby, as it is documented) for the engine, which has RE2. `.` stops at line ends,
 * named groups are `(?P<name>…)`, what Ruby has and RE2 can say otherwise is said so. What cannot be run is named with
 * its place in the pattern. Never throws; linear in the pattern.
 */
export const translateRegex = (pattern: string): TranslatedRegex => {
  const r: RegexReader = { pattern, at: 0, groupNames: new Set(), depth: 0 };
  try {
    const { re2 } = readAlternatives(r);
    if (r.at < pattern.length) return { ok: false, what: 'an unbalanced parenthesis `)`', at: r.at };
    return { ok: true, re2: `(?-s)${re2}` };
  } catch (thrown) {
    if (isFault(thrown)) return { ok: false, what: thrown.what, at: thrown.at };
    throw thrown;
  }
};
