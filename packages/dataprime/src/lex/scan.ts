import { identifierEnd } from './identifier.ts';
import { scanNumber } from './scan-number.ts';
import { type Quoted, scanString, scanTemplate } from './scan-quoted.ts';
import type { Token, TokenKind, Trivia } from './token.ts';

/**
 * Longest first within each length. Beside the marks of DataPrime stand those of other languages (`===`, `=~`, `??`,
 * `<>`, …): read as one token, they can be named in a message.
 */
const PUNCTUATION: readonly (readonly string[])[] = [
  [],
  '|()[]{},.:@=<>+-*/%!~?&;'.split(''),
  ['->', '=>', '==', '!=', '<=', '>=', '&&', '||', '~~', '=~', '~=', '!~', '<>', '??'],
  ['===', '!==', '!~~'],
];
const BY_LENGTH: readonly ReadonlySet<string>[] = PUNCTUATION.map((marks) => new Set(marks));

const ROOT = /\$[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const BLANKS = /\s+/y;
const TIMESTAMP_DIGITS = /@[\p{L}\p{M}\p{N}_]+/uy;

interface Found {
  readonly kind: TokenKind;
  readonly end: number;
  readonly closed: boolean;
}

const match = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

const commentAt = (text: string, at: number): Quoted | null => {
  if (text[at] === '#' || text.startsWith('//', at)) {
    const rest = /[^\n\r]*/y;
    return { end: match(rest, text, at), closed: true };
  }
  if (!text.startsWith('/*', at)) return null;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? { end: text.length, closed: false } : { end: end + 2, closed: true };
};

const punctuationAt = (text: string, at: number): number => {
  for (let length = 3; length > 0; length--) {
    if (BY_LENGTH[length]?.has(text.slice(at, at + length)) === true) return at + length;
  }
  return at;
};

const timestampAt = (text: string, at: number): Found | null => {
  const next = text[at + 1];
  if (next === "'" || next === '"') return { kind: 'timestamp', ...scanString(text, at + 1) };
  const end = match(TIMESTAMP_DIGITS, text, at);
  return end > at ? { kind: 'timestamp', end, closed: true } : null;
};

/** The token at exactly this place, or null where no token can start. */
const tokenAt = (text: string, at: number): Found | null => {
  const char = text[at];
  if (char === undefined) return { kind: 'end', end: at, closed: true };
  const word = identifierEnd(text, at);
  if (word > at) return { kind: 'ident', end: word, closed: true };
  if (char >= '0' && char <= '9') return { ...scanNumber(text, at), closed: true };
  if (char === "'" || char === '"') return { kind: 'string', ...scanString(text, at) };
  if (char === '`') return { kind: 'template', ...scanTemplate(text, at) };
  const timestamp = char === '@' ? timestampAt(text, at) : null;
  if (timestamp !== null) return timestamp;
  const root = match(ROOT, text, at);
  if (root > at) return { kind: 'root', end: root, closed: true };
  const mark = punctuationAt(text, at);
  return mark > at ? { kind: 'punct', end: mark, closed: true } : null;
};

/** One piece of what cannot be read: a code point, joined to the piece before it when they touch. */
const unreadable = (text: string, at: number, trivia: Trivia[]): number => {
  const end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  const last = trivia.at(-1);
  const joins = last?.kind === 'unknown' && last.end === at;
  if (joins) trivia.pop();
  trivia.push({ kind: 'unknown', start: joins ? last.start : at, end, closed: true });
  return end;
};

/** Reads the next token from `from` on, with the comments before it. At the end of the text it gives `end` tokens. */
export const scan = (text: string, from: number): Token => {
  const trivia: Trivia[] = [];
  let at = from;
  for (;;) {
    at = match(BLANKS, text, at);
    const comment = commentAt(text, at);
    if (comment !== null) {
      trivia.push({ kind: 'comment', start: at, end: comment.end, closed: comment.closed });
      at = comment.end;
      continue;
    }
    const found = tokenAt(text, at);
    if (found !== null) return { ...found, start: at, text: text.slice(at, found.end), trivia };
    at = unreadable(text, at, trivia);
  }
};
