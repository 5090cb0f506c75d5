import { scanNumber } from './scan-number.ts';
import { type Quoted, scanRegex, scanTemplate } from './scan-quoted.ts';
import { isPunct, type Token, type TokenKind } from './token.ts';

const reread = (text: string, token: Token, kind: TokenKind, { end, closed }: Quoted): Token => ({
  ...token,
  kind,
  end,
  closed,
  text: text.slice(token.start, end),
});

/** `/` where a value is expected: a regular expression. */
export const rescanRegex = (text: string, token: Token): Token =>
  reread(text, token, 'regex', scanRegex(text, token.start));

/** `}` at the end of an expression inside an interpolated string: its next stretch. */
export const rescanTemplate = (text: string, token: Token): Token =>
  reread(text, token, 'template', scanTemplate(text, token.start));

const startsWithDigit = (text: string): boolean => /^\d/.test(text);

/** `-` where a value is expected, digits after it: the sign belongs to the literal. Null when it is not so. */
export const rescanNegative = (text: string, token: Token, next: Token): Token | null => {
  if (!isPunct(token, '-') || !startsWithDigit(next.text) || next.trivia.length > 0) return null;
  const { kind, end } = scanNumber(text, next.start);
  return reread(text, token, kind, { end, closed: true });
};

const DATASET = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:[.-]+[\p{L}\p{M}\p{N}_]+)*/uy;

/** A word where the name of a dataset is expected: dots and hyphens belong to it. */
export const rescanDataset = (text: string, token: Token): Token => {
  DATASET.lastIndex = token.start;
  const end = DATASET.test(text) ? DATASET.lastIndex : token.end;
  return reread(text, token, 'ident', { end, closed: true });
};

/** Whether a bare word can name the dataset, or quotes are needed. */
export const isDatasetWord = (text: string): boolean => {
  DATASET.lastIndex = 0;
  return DATASET.test(text) && DATASET.lastIndex === text.length;
};
