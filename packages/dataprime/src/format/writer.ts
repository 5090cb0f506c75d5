import type { CommentPiece, Piece, TokenPiece } from './piece.ts';
import { isSpaced } from './spacing.ts';

const columnMax = 100;

/** Lines in the making. */
export interface Writer {
  readonly lines: string[];
  line: string;
  /** The token last written on this line; null at its start and after a comment. */
  last: TokenPiece | null;
  /** Set when whatever comes next must start a line. */
  breakPending: boolean;
}

export const createWriter = (): Writer => ({ lines: [], line: '', last: null, breakPending: false });

const isBlank = (w: Writer): boolean => w.line.trim() === '';

/** Starts a line, unless one was just started: then its indentation is set anew. */
export const newLine = (w: Writer, indent: number): void => {
  if (!isBlank(w)) w.lines.push(w.line.trimEnd());
  w.line = ' '.repeat(indent);
  w.last = null;
  w.breakPending = false;
};

export const writeToken = (w: Writer, token: TokenPiece, indent: number): void => {
  if (w.breakPending) newLine(w, indent);
  const spaced = w.last === null ? !isBlank(w) : isSpaced(w.last, token);
  w.line += spaced ? ` ${token.text}` : token.text;
  w.last = token;
};

export const writeComment = (w: Writer, comment: CommentPiece, indent: number): void => {
  if (w.breakPending || (comment.ownLine && !isBlank(w))) newLine(w, indent);
  w.line += isBlank(w) ? comment.text : ` ${comment.text}`;
  w.last = null;
  w.breakPending = comment.endsLine;
};

/** Everything as it comes, without line breaks but those that comments need. */
export const writeFlat = (w: Writer, pieces: readonly Piece[], indent: number): void => {
  for (const piece of pieces) {
    switch (piece.piece) {
      case 'token':
        writeToken(w, piece, indent);
        break;
      case 'comment':
        writeComment(w, piece, indent);
        break;
      case 'group':
        if (piece.open !== null) writeToken(w, piece.open, indent);
        writeFlat(w, piece.items, indent);
        if (piece.close !== null) writeToken(w, piece.close, indent);
        break;
    }
  }
};

const hasComment = (piece: Piece): boolean =>
  piece.piece === 'comment' || (piece.piece === 'group' && piece.items.some(hasComment));

/** How long the pieces are on one line; they have no such length when there are comments among them. */
export const flatWidth = (pieces: readonly Piece[]): number => {
  if (pieces.some(hasComment)) return Number.POSITIVE_INFINITY;
  const w = createWriter();
  writeFlat(w, pieces, 0);
  return w.line.length;
};

/** Whether the pieces fit behind what the line holds. */
export const fits = (w: Writer, pieces: readonly Piece[]): boolean =>
  !w.breakPending && w.line.length + 1 + flatWidth(pieces) <= columnMax;

export const finish = (w: Writer): string => {
  newLine(w, 0);
  return w.lines.join('\n');
};
