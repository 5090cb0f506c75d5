import type { GroupPiece, Piece } from './piece.ts';
import { fits, newLine, type Writer, writeComment, writeFlat, writeToken } from './writer.ts';

const STEP = 2;

/** Clauses that may start a line of their own. */
const CLAUSES: ReadonlySet<string> = new Set(
  'aggregate agg calculate calc by into using on orderby keep datatypes'.split(' '),
);

const isMark = (piece: Piece, mark: string): boolean =>
  piece.piece === 'token' && piece.kind === 'punct' && piece.text === mark;

const isBar = (piece: Piece): boolean => isMark(piece, '|');

/** Cuts before the pieces that are asked for, the first one excepted. */
const cutBefore = (pieces: readonly Piece[], isCut: (piece: Piece) => boolean): readonly (readonly Piece[])[] => {
  const parts: Piece[][] = [[]];
  pieces.forEach((piece, index) => {
    const cut = isCut(piece);
    if (cut && index > 0) parts.push([]);
    parts.at(-1)?.push(piece);
  });
  return parts;
};

/** Cuts after commas. A comment on the line of the comma stays with it. */
const cutAfterCommas = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  let afterComma = false;
  return cutBefore(pieces, (piece) => {
    const stays = piece.piece === 'comment' && !piece.ownLine;
    const cut = afterComma && !stays;
    afterComma = isMark(piece, ',') || (afterComma && stays);
    return cut;
  });
};

type Cut = (pieces: readonly Piece[]) => readonly (readonly Piece[])[];

/** From the loosest structure to the tightest. */
const CUTS: readonly Cut[] = [
  (pieces) =>
    cutBefore(pieces, (piece) => piece.piece === 'token' && piece.role === 'keyword' && CLAUSES.has(piece.text)),
  cutAfterCommas,
  (pieces) => cutBefore(pieces, (piece) => isMark(piece, '||')),
  (pieces) => cutBefore(pieces, (piece) => isMark(piece, '&&')),
];

/** Whether the line starts with a closing bracket: clauses may follow it there. */
const isClosing = (w: Writer): boolean => /^\s*\|?[)\]}]/.test(w.line);

const startsClause = ([first]: readonly Piece[]): boolean => first?.piece === 'token' && first.role === 'keyword';

/** Each part on a line of its own, all but the first indented by `deeper`. */
const writeParts = (w: Writer, parts: readonly (readonly Piece[])[], indent: number, deeper: number): void =>
  parts.forEach((part, index) => {
    if (index === 0 || (startsClause(part) && isClosing(w) && fits(w, part))) {
      layout(w, part, indent);
      return;
    }
    newLine(w, indent + deeper);
    layout(w, part, indent + deeper);
  });

/** One stage, without its bar. Comments on lines of their own behind it stand where the next bar will. */
const writeStage = (w: Writer, pieces: readonly Piece[], base: number): void => {
  let end = pieces.length;
  while (end > 0 && isOwnLine(pieces[end - 1])) end--;
  layout(w, pieces.slice(0, end), base + STEP);
  for (const comment of pieces.slice(end)) {
    newLine(w, base);
    if (comment.piece === 'comment') writeComment(w, comment, base);
  }
};

const isOwnLine = (piece: Piece | undefined): boolean => piece?.piece === 'comment' && piece.ownLine;

/** Stages on lines of their own, each but the first behind its bar. */
export const writeStages = (w: Writer, pieces: readonly Piece[], base: number): void =>
  cutBefore(pieces, isBar).forEach((stage, index) => {
    if (index > 0) newLine(w, base);
    const [first, ...rest] = stage;
    if (first === undefined) return;
    // The bar of the first stage of `(| … |)` is written with the parenthesis.
    if (index === 0) writeLeading(w, stage, base);
    else {
      writeFlat(w, [first], base);
      writeStage(w, rest, base);
    }
  });

/** Comments before the first stage stand at its own indentation. */
const writeLeading = (w: Writer, stage: readonly Piece[], base: number): void => {
  const start = stage.findIndex((piece) => piece.piece !== 'comment');
  writeFlat(w, start < 0 ? stage : stage.slice(0, start), base);
  if (w.breakPending) newLine(w, base);
  if (start >= 0) writeStage(w, stage.slice(start), base);
};

const isQuery = (pieces: readonly Piece[]): boolean =>
  pieces.some(isBar) || pieces.some((piece) => piece.piece === 'token' && piece.role === 'command');

/** `(| … |)`: the bars belong to the parentheses. */
const writeBarred = (w: Writer, { open, items, close }: GroupPiece, indent: number): void => {
  const first = items.findIndex(isBar);
  const last = items.findLastIndex(isBar);
  const [before, inside, after] = [items.slice(0, first + 1), items.slice(first + 1, last), items.slice(last)];
  if (open !== null) writeToken(w, open, indent);
  writeFlat(w, before, indent);
  newLine(w, indent + STEP);
  writeStages(w, inside, indent + STEP);
  newLine(w, indent);
  writeFlat(w, after, indent);
  if (close !== null) writeToken(w, close, indent);
};

const isBarred = ({ items }: GroupPiece): boolean => {
  const [first] = items.filter((piece) => piece.piece !== 'comment');
  return first !== undefined && isBar(first);
};

/** Brackets over several lines. The arms of a case each take one. */
const writeExpanded = (w: Writer, group: GroupPiece, indent: number): void => {
  const { open, items, close } = group;
  if (open === null || items.length === 0) {
    writeFlat(w, [group], indent);
    return;
  }
  if (isBarred(group)) {
    writeBarred(w, group, indent);
    return;
  }
  writeToken(w, open, indent);
  newLine(w, indent + STEP);
  if (open.text === '(' && isQuery(items)) writeStages(w, items, indent + STEP);
  else if (open.text === '{') writeParts(w, cutAfterCommas(items), indent + STEP, 0);
  else layoutInside(w, items, indent + STEP);
  newLine(w, indent);
  if (close !== null) writeToken(w, close, indent);
};

/** What brackets hold is not indented a second time: they are the structure. */
const layoutInside = (w: Writer, pieces: readonly Piece[], indent: number): void => {
  if (fits(w, pieces)) {
    writeFlat(w, pieces, indent);
    return;
  }
  const parts = CUTS.map((cut) => cut(pieces)).find((found) => found.length > 1);
  if (parts === undefined) layout(w, pieces, indent);
  else writeParts(w, parts, indent, 0);
};

/** The pieces of a row up to the next brackets: they stay on the line on which the brackets end. */
const withFollowers = (pieces: readonly Piece[], index: number): readonly Piece[] => {
  const next = pieces.findIndex((piece, at) => at > index && piece.piece !== 'token');
  return pieces.slice(index, next < 0 ? pieces.length : next);
};

const writeRow = (w: Writer, pieces: readonly Piece[], indent: number): void =>
  pieces.forEach((piece, index) => {
    if (piece.piece !== 'group' || fits(w, withFollowers(pieces, index))) writeFlat(w, [piece], indent);
    else writeExpanded(w, piece, indent);
  });

/** On one line if it fits; else cut at its loosest structure; else with its brackets opened up. */
const layout = (w: Writer, pieces: readonly Piece[], indent: number): void => {
  if (fits(w, pieces)) {
    writeFlat(w, pieces, indent);
    return;
  }
  const parts = CUTS.map((cut) => cut(pieces)).find((found) => found.length > 1);
  if (parts === undefined) writeRow(w, pieces, indent);
  else writeParts(w, parts, indent, STEP);
};
