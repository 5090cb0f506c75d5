import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { LearnedIndex } from '../learning/learned-index.ts';
import { findTimes, type TimeMark } from '../time/find-time.ts';
import { findZone, markInUtc } from '../time/zones.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import type { Token } from '../tokens/token.ts';
import { aliasPieces, avoidedLast } from './learned-pieces.ts';
import { FILLER, type Mark } from './mark.ts';
import { withMeantTime } from './meant-time.ts';
import type { Piece } from './piece.ts';
import { piecesAt } from './pieces.ts';
import { saidByData } from './said-by-data.ts';
import { withoutTimedThings } from './timed-things.ts';

/** The best sequence of pieces that covers the tokens from `start` to `end` without overlap. */
const coverRun = (
  tokens: readonly Token[],
  start: number,
  end: number,
  index: CatalogIndex,
  learnt: readonly (Piece & { readonly from: number })[],
): readonly { readonly from: number; readonly piece: Piece }[] => {
  const best: { score: number; piece: Piece | null }[] = Array.from({ length: end - start + 1 }, () => ({
    score: 0,
    piece: null,
  }));
  for (let at = end - 1; at >= start; at--) {
    const slot = best[at - start];
    if (slot === undefined) continue;
    slot.score = Number.NEGATIVE_INFINITY;
    const aliases = learnt.filter((piece) => piece.from === at && piece.to <= end);
    for (const piece of [...piecesAt(tokens, at, end, index), ...aliases]) {
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

const toMark = (
  tokens: readonly Token[],
  from: number,
  { to, meaning, note }: Omit<Piece, 'weight'>,
  question: string,
): Mark => {
  const last = tokens[to - 1];
  const written = question.slice(tokens[from]?.start ?? 0, last?.end ?? 0);
  // Of a misspelt word what it was read as; else as it was written.
  const run = tokens.slice(from, to);
  const isRead = run.some((token) => token.kind === 'word' && question.slice(token.start, token.end) !== token.text);
  const text =
    isRead && run.every((token, at) => at === 0 || token.start > (run[at - 1]?.start ?? -1))
      ? run.map((token) => token.text).join(' ')
      : written;
  return {
    from,
    to,
    text,
    meaning,
    plural: last?.kind === 'word' && /^[\p{L}-]+s$/iu.test(last.text) && !last.norm.endsWith('s'),
    ...(note === undefined ? {} : { note }),
  };
};

/** The times of a question, read on the clock of the zone it names; the words of the zone are then used up. */
const readTimes = (
  written: readonly Token[],
  now: bigint,
): { readonly tokens: readonly Token[]; readonly times: readonly TimeMark[] } => {
  const zone = findZone(written);
  const zoned = zone === null ? [] : findTimes(zone.tokens, now + zone.offsetNanos);
  if (zone === null || !zoned.some((mark) => mark.kind === 'time'))
    return { tokens: written, times: findTimes(written, now) };
  return { tokens: zone.tokens, times: zoned.map((mark) => markInUtc(mark, zone, now)) };
};

const TABLE = /(?:^|\.)(?:collection\.name|sql\.table|db\.table|table)$/;
const isTable = ({ meaning }: Mark): boolean =>
  meaning.kind === 'value' && meaning.links.every(({ field }) => TABLE.test(field.path.join('.')));

/** "scans per scan type": records that have the field are what is counted, and no table that is called so. */
const withoutNouns = (marks: readonly Mark[]): readonly Mark[] => {
  const leading = new Set(
    marks.flatMap(({ meaning }) =>
      meaning.kind === 'field'
        ? meaning.links.map(({ field }) => wordForm(nameWords(field.path.at(-1) ?? '')[0] ?? ''))
        : [],
    ),
  );
  return marks.map((mark) =>
    (mark.meaning.kind === 'unknown' || isTable(mark)) && mark.plural && leading.has(wordForm(mark.text))
      ? { ...mark, meaning: FILLER }
      : mark,
  );
};

/** The question as a row of marks: times first, then the best cover of what is between them. */
export const annotate = (
  question: string,
  written: readonly Token[],
  index: CatalogIndex,
  nowNanos: bigint,
  learned: LearnedIndex | null = null,
): readonly Mark[] => {
  const { tokens, times } = readTimes(written, nowNanos);
  const learnt = learned === null ? [] : aliasPieces(tokens, learned);
  const marks: Mark[] = [];
  let at = 0;
  const cover = (end: number): void => {
    for (const { from, piece } of coverRun(tokens, at, end, index, learnt))
      marks.push(toMark(tokens, from, piece, question));
  };
  for (const { from, to, ...time } of times) {
    cover(from);
    marks.push(toMark(tokens, from, { to, meaning: { kind: 'time', time } }, question));
    at = to;
  }
  cover(tokens.length);
  const read = saidByData(withoutTimedThings(withoutNouns(withMeantTime(marks))), index);
  return learned === null ? read : read.map((mark) => avoidedLast(mark, learned));
};
