import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { findTimes } from '../time/find-time.ts';
import type { Token } from '../tokens/token.ts';
import type { Mark, Meaning } from './mark.ts';
import { type Piece, piecesAt } from './pieces.ts';

/** The best sequence of pieces that covers the tokens from `start` to `end` without overlap. */
const coverRun = (
  tokens: readonly Token[],
  start: number,
  end: number,
  index: CatalogIndex,
): readonly { readonly from: number; readonly piece: Piece }[] => {
  const best: { score: number; piece: Piece | null }[] = Array.from({ length: end - start + 1 }, () => ({
    score: 0,
    piece: null,
  }));
  for (let at = end - 1; at >= start; at--) {
    const slot = best[at - start];
    if (slot === undefined) continue;
    slot.score = Number.NEGATIVE_INFINITY;
    for (const piece of piecesAt(tokens, at, end, index)) {
      const score = piece.weight + (best[piece.to - start]?.score ?? 0);
      if (score > slot.score + 1e-9) {
        slot.score = score;
        slot.piece = piece;
      }
    }
  }
  const chosen: { from: number; piece: Piece }[] = [];
  for (let at = start; at < end; ) {
    const piece = best[at - start]?.piece;
    if (piece === null || piece === undefined) break;
    chosen.push({ from: at, piece });
    at = piece.to;
  }
  return chosen;
};

const toMark = (tokens: readonly Token[], from: number, to: number, meaning: Meaning, question: string): Mark => {
  const last = tokens[to - 1];
  const text = question.slice(tokens[from]?.start ?? 0, last?.end ?? 0);
  return {
    from,
    to,
    text,
    meaning,
    plural: last?.kind === 'word' && /^[\p{L}-]+s$/iu.test(last.text) && !last.norm.endsWith('s'),
  };
};

/** The question as a row of marks: times first, then the best cover of what is between them. */
export const annotate = (
  question: string,
  tokens: readonly Token[],
  index: CatalogIndex,
  nowNanos: bigint,
): readonly Mark[] => {
  const marks: Mark[] = [];
  let at = 0;
  const cover = (end: number): void => {
    for (const { from, piece } of coverRun(tokens, at, end, index))
      marks.push(toMark(tokens, from, piece.to, piece.meaning, question));
  };
  for (const { from, to, ...time } of findTimes(tokens, nowNanos)) {
    cover(from);
    marks.push(toMark(tokens, from, to, { kind: 'time', time }, question));
    at = to;
  }
  cover(tokens.length);
  return marks;
};
