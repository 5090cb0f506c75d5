import type { Span } from '@clearspan/text';

/**
 * What a piece of text is by its spelling alone. Whether `/` divides or opens a regular expression, and whether `-`
 * belongs to a number, only the parser knows: it asks for such a token to be read again (`rescan.ts`).
 */
export type TokenKind =
  | 'end'
  | 'ident'
  | 'root' // $d, $data, …
  | 'number'
  | 'interval'
  | 'malformed' // digits that are neither a number nor an interval
  | 'string'
  | 'timestamp' // @'…' or @digits
  | 'regex'
  | 'template' // a stretch of an interpolated string, from ` or } up to and including { or `
  | 'punct';

/** What lies between two tokens apart from blanks. */
export interface Trivia extends Span {
  readonly kind: 'comment' | 'unknown';
  /** False for a block comment without its end. */
  readonly closed: boolean;
}

export interface Token extends Span {
  readonly kind: TokenKind;
  /** The text as written, quotes included. */
  readonly text: string;
  /** False when the closing quote, slash or back-tick is missing. */
  readonly closed: boolean;
  /** Comments and unreadable characters before it. */
  readonly trivia: readonly Trivia[];
}

export const isPunct = (token: Token, text: string): boolean => token.kind === 'punct' && token.text === text;
