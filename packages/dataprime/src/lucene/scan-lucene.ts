import type { Span } from '@clearspan/text';
import type { LuceneRemark, Wild } from './lucene-query.ts';

type Order = '' | '>' | '>=' | '<' | '<=';

export type LuceneToken = { readonly span: Span } & (
  | { readonly kind: 'and' | 'or' | 'not' | 'to' | '+' | '-' | '(' | ')' | '[' | ']' | '{' | '}' | 'end' }
  /** `:` or `=` after a field, with the order that may follow: `:>=`. */
  | { readonly kind: ':'; readonly order: Order }
  /** `text` is all of it with its escapes undone; `pieces` tells wildcards from the rest. */
  | { readonly kind: 'word'; readonly text: string; readonly pieces: readonly (string | Wild)[] }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'regex'; readonly pattern: string }
  /** `^2`, `~1`: how much a match counts, how near it must be. */
  | { readonly kind: 'modifier' }
);

interface Scanner {
  readonly text: string;
  at: number;
  readonly tokens: LuceneToken[];
  readonly faults: LuceneRemark[];
  /** Between the brackets of a range `-` is a sign and `:` belongs to a time. */
  inRange: boolean;
}

const ENDS_WORD = /[\s()[\]{}"^~]/;
const WORDS: Readonly<Record<string, 'and' | 'or' | 'not' | 'to'>> = { AND: 'and', OR: 'or', NOT: 'not', TO: 'to' };
const REGEX = /\/((?:\\.|[^/\\])+)\/(?=[\s)]|$)/sy;
const FIELD_MARK = /[:=](>=|<=|>|<)?/y;
const MODIFIER = /[\^~][\d.]*/y;

const matchAt = (s: Scanner, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = s.at;
  return pattern.exec(s.text);
};

const spanFrom = (s: Scanner, start: number): Span => ({ start, end: s.at });

/** A word up to a blank or a bracket. A colon or equals sign ends it only where the word can be a field. */
const scanWord = (s: Scanner): void => {
  const start = s.at;
  const isValue = s.inRange || s.tokens.at(-1)?.kind === ':';
  const pieces: (string | Wild)[] = [];
  let run = '';
  while (s.at < s.text.length) {
    const char = s.text[s.at] ?? '';
    if (ENDS_WORD.test(char) || (!isValue && (char === ':' || char === '='))) break;
    const isEscape = char === '\\' && s.at + 1 < s.text.length;
    if (char === '*' || char === '?') {
      if (run !== '') pieces.push(run);
      run = '';
      pieces.push({ wild: char });
    } else run += isEscape ? (s.text[s.at + 1] ?? '') : char;
    s.at += isEscape ? 2 : 1;
  }
  if (run !== '') pieces.push(run);
  const word = WORDS[s.text.slice(start, s.at)];
  if (word !== undefined && s.tokens.at(-1)?.kind !== ':') {
    s.tokens.push({ kind: word, span: spanFrom(s, start) });
    return;
  }
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.wild)).join('');
  s.tokens.push({ kind: 'word', text, pieces, span: spanFrom(s, start) });
};

const scanPhrase = (s: Scanner): void => {
  const start = s.at;
  let text = '';
  for (s.at += 1; s.at < s.text.length && s.text[s.at] !== '"'; s.at += 1) {
    if (s.text[s.at] === '\\' && s.at + 1 < s.text.length) s.at += 1;
    text += s.text[s.at] ?? '';
  }
  const isClosed = s.text[s.at] === '"';
  if (isClosed) s.at += 1;
  if (!isClosed) s.faults.push({ message: 'expected `"` at the end of the phrase', span: spanFrom(s, start) });
  s.tokens.push({ kind: 'phrase', text, span: spanFrom(s, start) });
};

const BRACKETS = '()[]{}';

/** A mark that stands for itself; null where the text at hand is none. */
const markAt = (s: Scanner): { readonly kind: LuceneToken['kind']; readonly length: number } | null => {
  const char = s.text[s.at] ?? '';
  const two = s.text.slice(s.at, s.at + 2);
  if (two === '&&') return { kind: 'and', length: 2 };
  if (two === '||') return { kind: 'or', length: 2 };
  if (BRACKETS.includes(char)) return { kind: char as '(', length: 1 };
  if (s.inRange || s.tokens.at(-1)?.kind === ':') return null;
  if (char === '+' || char === '-') return { kind: char, length: 1 };
  return char === '!' ? { kind: 'not', length: 1 } : null;
};

const scanToken = (s: Scanner): void => {
  const start = s.at;
  const mark = markAt(s);
  if (mark !== null) {
    s.at += mark.length;
    if (mark.kind === '[' || mark.kind === '{') s.inRange = true;
    if (mark.kind === ']' || mark.kind === '}') s.inRange = false;
    s.tokens.push({ kind: mark.kind as '(', span: spanFrom(s, start) });
    return;
  }
  if (s.text[s.at] === '"') {
    scanPhrase(s);
    return;
  }
  const field = s.inRange ? null : matchAt(s, FIELD_MARK);
  const regex = field === null ? matchAt(s, REGEX) : null;
  const modifier = field === null && regex === null ? matchAt(s, MODIFIER) : null;
  const found = field ?? regex ?? modifier;
  if (found === null) {
    scanWord(s);
    return;
  }
  s.at += found[0].length;
  const span = spanFrom(s, start);
  if (field !== null) s.tokens.push({ kind: ':', order: (field[1] ?? '') as Order, span });
  else if (regex === null) s.tokens.push({ kind: 'modifier', span });
  else s.tokens.push({ kind: 'regex', pattern: (regex[1] ?? '').replaceAll('\\/', '/'), span });
};

/** Cuts a Lucene query into tokens, of which the last is `end`. Never throws; linear in the text. */
export const scanLucene = (
  text: string,
): { readonly tokens: readonly LuceneToken[]; readonly faults: readonly LuceneRemark[] } => {
  const s: Scanner = { text, at: 0, tokens: [], faults: [], inRange: false };
  while (s.at < text.length) {
    if (/\s/.test(text[s.at] ?? '')) s.at += 1;
    else scanToken(s);
  }
  s.tokens.push({ kind: 'end', span: { start: text.length, end: text.length } });
  return { tokens: s.tokens, faults: s.faults };
};
