import type { Comment } from '../ast/query.ts';
import type { ReadToken } from '../parse/parser.ts';
import { canonicalText } from './canonical-token.ts';

export interface TokenPiece extends ReadToken {
  readonly piece: 'token';
}
export interface CommentPiece {
  readonly piece: 'comment';
  readonly text: string;
  /** On a line of its own, rather than behind what it comments on. */
  readonly ownLine: boolean;
  /** Nothing may follow on its line. */
  readonly endsLine: boolean;
}
/** Brackets with what they hold, or an interpolated string as a whole, which has no brackets of its own. */
export interface GroupPiece {
  readonly piece: 'group';
  readonly open: TokenPiece | null;
  readonly items: readonly Piece[];
  readonly close: TokenPiece | null;
}
export type Piece = TokenPiece | CommentPiece | GroupPiece;

const tokenPiece = (token: ReadToken): TokenPiece => ({ ...token, text: canonicalText(token), piece: 'token' });

/** A comment begins a line of its own when there is a line break, or nothing, before it. */
const commentPiece = (text: string, { text: comment, span }: Comment): CommentPiece => ({
  piece: 'comment',
  text: comment,
  ownLine: /(?:^|[\n\r])\s*$/.test(text.slice(lineStart(text, span.start), span.start)),
  endsLine: !comment.startsWith('/*') || /^[^\S\n\r]*(?:[\n\r]|$)/.test(text.slice(span.end, lineEnd(text, span.end))),
});

/** From the line break before the place, it included. */
const lineStart = (text: string, at: number): number => {
  const found = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1));
  return Math.max(0, at === 0 ? 0 : found);
};

/** To the line break after the place, it included. */
const lineEnd = (text: string, at: number): number => {
  const found = text.slice(at).search(/[\n\r]/);
  return found < 0 ? text.length : at + found + 1;
};

interface Frame {
  readonly open: TokenPiece | null;
  readonly items: Piece[];
}

const OPENERS: ReadonlySet<string> = new Set(['(', '[', '{']);
const CLOSERS: ReadonlySet<string> = new Set([')', ']', '}']);

/** Tokens and comments as a tree of brackets. The text has no syntax errors, so brackets fit. */
export const piecesOf = (
  text: string,
  tokens: readonly ReadToken[],
  comments: readonly Comment[],
): readonly Piece[] => {
  const frames: Frame[] = [{ open: null, items: [] }];
  const add = (piece: Piece): void => void frames.at(-1)?.items.push(piece);
  const close = (token: TokenPiece | null): void => {
    const frame = frames.pop();
    if (frame !== undefined) add({ piece: 'group', open: frame.open, items: frame.items, close: token });
  };
  let nextComment = 0;
  const takeComments = (before: number): void => {
    for (let comment = comments[nextComment]; comment !== undefined; comment = comments[nextComment]) {
      if (comment.span.start >= before) return;
      add(commentPiece(text, comment));
      nextComment++;
    }
  };
  for (const token of tokens) {
    takeComments(token.start);
    const piece = tokenPiece(token);
    const { kind, text: mark } = token;
    if (kind === 'template') {
      if (mark.startsWith('`')) frames.push({ open: null, items: [] });
      add(piece);
      if (!mark.endsWith('{')) close(null);
    } else if (kind === 'punct' && OPENERS.has(mark)) frames.push({ open: piece, items: [] });
    else if (kind === 'punct' && CLOSERS.has(mark)) close(piece);
    else add(piece);
  }
  takeComments(Number.POSITIVE_INFINITY);
  return frames[0]?.items ?? [];
};
