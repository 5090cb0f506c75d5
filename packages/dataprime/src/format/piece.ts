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

const hasLineBreak = (gap: string): boolean => /[\n\r]/.test(gap);

/** A comment with the blanks around it: between it and its neighbours, or the ends of the text. */
const commentPiece = ({ text, span }: Comment, before: string, after: string, isLast: boolean): CommentPiece => ({
  piece: 'comment',
  text,
  ownLine: before.length === span.start || hasLineBreak(before),
  endsLine: !text.startsWith('/*') || isLast || hasLineBreak(after),
});

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
  let lastEnd = 0;
  /** The comments up to a token, or up to the end of the text. */
  const takeComments = (until: number): void => {
    for (let comment = comments[nextComment]; comment !== undefined; comment = comments[nextComment]) {
      if (comment.span.start >= until) return;
      const { start, end } = comment.span;
      nextComment++;
      const next = Math.min(until, comments[nextComment]?.span.start ?? text.length);
      add(commentPiece(comment, text.slice(lastEnd, start), text.slice(end, next), next >= text.length));
      lastEnd = end;
    }
  };
  for (const token of tokens) {
    takeComments(token.start);
    lastEnd = token.end;
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
  takeComments(text.length + 1);
  return frames[0]?.items ?? [];
};
