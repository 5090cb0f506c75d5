import type { Span } from '@clearspan/text';
import { parseTokens } from '../parse/parse.ts';
import type { ReadToken } from '../parse/parser.ts';

/** What the writer is in the middle of. `quote` is set inside a string that is not closed before the offset. */
export interface Word extends Span {
  /** From the start to the offset, an opening quote left out. */
  readonly typed: string;
  readonly quote: string | null;
}

const wordLengthMax = 256;
const BEFORE = /\$?[\p{L}\p{M}\p{N}_]*$/u;
const AFTER = /^[\p{L}\p{M}\p{N}_]*/u;

const isOpenString = ({ text }: ReadToken): boolean =>
  text.length === 1 ||
  text.at(-1) !== text[0] ||
  /(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(1, -1).slice(-wordLengthMax));

/** Whether nothing can be offered right behind this token: it is text that goes on. */
const isOpenText = ({ kind, text }: ReadToken): boolean => {
  switch (kind) {
    case 'regex':
      return text.length === 1 || !text.endsWith('/');
    case 'template':
      return text === '`' || !/[`{]$/.test(text);
    case 'timestamp':
      return /^@['"]/.test(text) && (text.length === 2 || text.at(-1) !== text[1]);
    case 'string':
    case 'ident':
    case 'root':
    case 'number':
    case 'interval':
    case 'malformed':
    case 'punct':
    case 'end':
      return false;
  }
};

const isOpenComment = (comment: string): boolean =>
  !comment.startsWith('/*') || comment.length < 4 || !comment.endsWith('*/');

/** What is left of a value behind the cursor, with its quote: `…out'` in `'check|out'`. */
const restOfString = (text: string, offset: number, quote: string): number => {
  const rest = /^[\p{L}\p{N}_./:-]*/u.exec(text.slice(offset, offset + wordLengthMax))?.[0].length ?? 0;
  return text[offset + rest] === quote ? rest + 1 : 0;
};

/** The word at the offset; null inside comments, regular expressions and other free text. */
export const wordAt = (text: string, offset: number): Word | null => {
  const before = text.slice(0, offset);
  const { tokens, comments } = parseTokens(before);
  const last = tokens.at(-1);
  const comment = comments.at(-1);
  if (comment?.span.end === offset && isOpenComment(comment.text)) return null;
  if (last?.end === offset) {
    if (isOpenText(last)) return null;
    if (last.kind === 'string' && isOpenString(last)) {
      const [quote = "'"] = last.text;
      const end = offset + restOfString(text, offset, quote);
      return { start: last.start, end, typed: last.text.slice(1), quote };
    }
  }
  const typed = BEFORE.exec(before.slice(-wordLengthMax))?.[0] ?? '';
  const rest = AFTER.exec(text.slice(offset, offset + wordLengthMax))?.[0].length ?? 0;
  return { start: offset - typed.length, end: offset + rest, typed, quote: null };
};
