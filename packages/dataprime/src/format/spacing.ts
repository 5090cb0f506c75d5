import type { TokenPiece } from './piece.ts';

const isMark = (token: TokenPiece, ...marks: readonly string[]): boolean =>
  token.kind === 'punct' && marks.includes(token.text);

/** Marks of the smallest structure: `.`, `=`, `:` before a type, `/` in a dataset, `=>`. */
const tight = (token: TokenPiece): boolean =>
  token.role === 'cast' || isMark(token, '.', '=', '=>') || (isMark(token, '/') && token.role === 'punctuation');

/** Whether nothing may stand between a token and the one after it. */
const sticksToNext = (token: TokenPiece): boolean =>
  token.role === 'prefix' ||
  tight(token) ||
  isMark(token, '(', '[', '@') ||
  (token.kind === 'template' && token.text.endsWith('{'));

const sticksToLast = (token: TokenPiece): boolean =>
  tight(token) ||
  token.role === 'index' ||
  isMark(token, ')', ']', ',') ||
  (token.kind === 'template' && token.text.startsWith('}'));

/** Whether a blank stands between two tokens of one line. */
export const isSpaced = (last: TokenPiece, next: TokenPiece): boolean => {
  if (sticksToNext(last) || sticksToLast(next)) return false;
  if (isMark(next, '(')) return last.role !== 'function' && last.role !== 'name';
  if (isMark(last, '{') && isMark(next, '}')) return false;
  return true;
};
