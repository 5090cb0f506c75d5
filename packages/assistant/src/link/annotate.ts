import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { conceptOf, isPlainEnglish, phraseWordsMax } from '../lexicon/lexicon.ts';
import { findTimes } from '../time/find-time.ts';
import { joinedForm } from '../tokens/normal-form.ts';
import type { QuantityUnit, Token } from '../tokens/token.ts';
import { exactValues, hintedValues, patternValues } from './link-values.ts';
import type { Mark, Meaning, ValueLink } from './mark.ts';

interface Piece {
  readonly to: number;
  readonly meaning: Meaning;
  readonly weight: number;
}

const UNIT_WORDS: Readonly<Record<string, QuantityUnit>> = {
  millisecond: 'ms',
  milli: 'ms',
  ms: 'ms',
  microsecond: 'us',
  us: 'us',
  nanosecond: 'ns',
  ns: 'ns',
  second: 's',
  sec: 's',
  secs: 's',
  s: 's',
  minute: 'm',
  min: 'm',
  mins: 'm',
  m: 'm',
  hour: 'h',
  hr: 'h',
  hrs: 'h',
  h: 'h',
  day: 'd',
  percent: 'percent',
  pct: 'percent',
  byte: 'bytes',
  kb: 'kb',
  kilobyte: 'kb',
  mb: 'mb',
  megabyte: 'mb',
  gb: 'gb',
  gigabyte: 'gb',
};
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  fifty: 50,
  hundred: 100,
};
/** Words beside which a name is a value: "in X", "X service". */
const VALUE_CUE_BEFORE =
  /^(in|from|for|on|of|at|service|svc|app|application|region|host|user|version|only|about|not|except|vs|versus|operation|method|environment|env|calling|called|against|customer)$/;
const VALUE_CUE_AFTER =
  /^(service|svc|app|application|log|error|span|request|warning|latency|user|region|host|endpoint|traffic|operation|call)$/;

const numberPiece = (tokens: readonly Token[], at: number): Piece | null => {
  const token = tokens[at];
  if (token === undefined) return null;
  const value = token.kind === 'number' ? token.value : token.kind === 'word' ? NUMBER_WORDS[token.norm] : undefined;
  if (token.kind === 'quantity') {
    return { to: at + 1, weight: 2, meaning: { kind: 'amount', value: token.value, unit: token.unit } };
  }
  if (value === undefined) return null;
  const unit = UNIT_WORDS[tokens[at + 1]?.norm ?? ''];
  if (unit !== undefined && value >= 0 && tokens[at + 1]?.kind === 'word') {
    return { to: at + 2, weight: 3, meaning: { kind: 'amount', value, unit } };
  }
  return { to: at + 1, weight: token.kind === 'number' ? 2 : 1.2, meaning: { kind: 'amount', value, unit: null } };
};

const literalPiece = (token: Token, at: number): Piece | null => {
  switch (token.kind) {
    case 'word':
    case 'number':
    case 'quantity':
      return null;
    case 'punctuation':
      return { to: at + 1, weight: 0.2, meaning: { kind: 'punctuation' } };
    case 'plural-number':
    case 'status-class':
    case 'percentile':
    case 'clock':
    case 'iso':
    case 'quoted':
    case 'regex':
    case 'path':
    case 'id':
    case 'constraint':
    case 'operator':
      return { to: at + 1, weight: 2, meaning: { kind: 'literal', token } };
  }
};

/** Content is a word or name, not a number, a quote or a constraint. */
const isName = (token: Token): boolean =>
  token.kind === 'word' ||
  token.kind === 'path' ||
  (token.kind === 'id' && token.form !== 'hex32' && token.form !== 'hex16');

const lexiconPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word' && !/^[&/%]$/.test(token.text))) return null;
  const written = run.map((token) => token.text.toLowerCase()).join(' ');
  const concept = conceptOf(run.map((token) => token.norm).join(' ')) ?? conceptOf(written);
  if (concept === null) return null;
  const fields =
    index.fieldNames.get(joinedForm(run.map((token) => token.norm).join(''))) ??
    index.fieldNames.get(joinedForm(written)) ??
    [];
  const weak = concept.kind === 'filler' || concept.kind === 'preposition' ? 0.85 : 1;
  return { to: at + length, weight: weak * length + 0.3 * (length - 1), meaning: { kind: 'concept', concept, fields } };
};

const valuePiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (!run.every(isName)) return null;
  const links = exactValues(run, index);
  if (links.length === 0) return null;
  const before = VALUE_CUE_BEFORE.test(tokens[at - 1]?.norm ?? '');
  const after = VALUE_CUE_AFTER.test(tokens[at + length]?.norm ?? '');
  const common = length === 1 && conceptOf(run[0]?.norm ?? '') !== null;
  // HTTP methods are ordinary verbs unless they are shouted: "get requests" asks for requests.
  const shouted = run.some((token) => /^[A-Z]{3,}$/.test(token.text));
  const named = links.filter((link) => link.field.role !== 'method' || shouted || !common);
  if (named.length === 0 || (common && !before && !after && !shouted)) return null;
  // A path, id or version that the data has is that value, whatever it looks like.
  const literal = run.some((token) => token.kind !== 'word') ? 1 : 0;
  const weight = 1.1 * length + 0.4 * (length - 1) + (before || after || shouted ? 0.5 : 0) + literal;
  return { to: at + length, weight, meaning: { kind: 'value', links: named } };
};

const fieldPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word')) return null;
  const links =
    index.fieldNames.get(joinedForm(run.map((token) => token.text).join(''))) ??
    index.fieldNames.get(joinedForm(run.map((token) => token.norm).join(''))) ??
    [];
  if (links.length === 0) return null;
  const cue = /^(by|per|each|of|average|avg|sum|total|max|min|median|distinct|unique)$/.test(
    tokens[at - 1]?.norm ?? '',
  );
  const bare = length === 1 && conceptOf(run[0]?.norm ?? '') !== null && !/[_.$]/.test(run[0]?.text ?? '');
  return {
    to: at + length,
    weight: (bare ? 0.7 : 1.08) * length + 0.35 * (length - 1) + (cue && !bare ? 0.4 : 0),
    meaning: { kind: 'field', links },
  };
};

/** Runs of words that stand so in messages; at least one of them must mean nothing else. */
const messagePiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word')) return null;
  const concepts = run.map((token) => conceptOf(token.norm));
  if (
    concepts.every((concept) => concept !== null) ||
    concepts[0]?.kind === 'filler' ||
    concepts[0]?.kind === 'preposition'
  )
    return null;
  const edge = concepts.at(-1);
  if (
    edge?.kind === 'filler' ||
    edge?.kind === 'preposition' ||
    concepts.some((concept) => concept?.kind === 'severity' || concept?.kind === 'role' || concept?.kind === 'group')
  )
    return null;
  const folded = run.map((token) => token.norm).join(' ');
  const phrase = index.logs.vocabulary.phrases.get(folded) ?? index.spans.vocabulary.phrases.get(folded);
  if (phrase === undefined) return null;
  return { to: at + length, weight: 1.05 * length + 0.35 * (length - 1), meaning: { kind: 'message', phrase } };
};

const hintedPiece = (tokens: readonly Token[], at: number, length: number, index: CatalogIndex): Piece | null => {
  const run = tokens.slice(at, at + length);
  if (run.some((token) => token.kind !== 'word') || conceptOf(run[0]?.norm ?? '') !== null) return null;
  const links: readonly ValueLink[] = hintedValues(run, index);
  if (links.length === 0) return null;
  const before = VALUE_CUE_BEFORE.test(tokens[at - 1]?.norm ?? '');
  const after = VALUE_CUE_AFTER.test(tokens[at + length]?.norm ?? '');
  return {
    to: at + length,
    weight: 0.85 * length + 0.3 * (length - 1) + (before || after ? 0.2 : 0),
    meaning: { kind: 'value', links },
  };
};

const singlePieces = (token: Token, at: number, index: CatalogIndex): readonly Piece[] => {
  const pieces: Piece[] = [];
  if (token.kind === 'word' || token.kind === 'id') {
    const links = patternValues(token, index);
    if (links.length > 0)
      pieces.push({ to: at + 1, weight: token.kind === 'id' ? 2.05 : 1.02, meaning: { kind: 'value', links } });
  }
  if (token.kind === 'word' && conceptOf(token.norm) === null) {
    const lower = token.text.toLowerCase();
    const words = index.logs.vocabulary.words;
    const phrase = words.get(lower) ?? words.get(token.norm) ?? words.get(lower.replace(/(ed|ing)$/, ''));
    const weight = isPlainEnglish(lower) ? 0.75 : 0.8;
    if (phrase !== undefined && lower.length >= 3)
      pieces.push({ to: at + 1, weight, meaning: { kind: 'message', phrase } });
  }
  return pieces;
};

const piecesAt = (tokens: readonly Token[], at: number, end: number, index: CatalogIndex): readonly Piece[] => {
  const token = tokens[at];
  if (token === undefined) return [];
  const pieces: (Piece | null)[] = [
    literalPiece(token, at),
    numberPiece(tokens, at),
    ...singlePieces(token, at, index),
  ];
  for (let length = 1; length <= phraseWordsMax && at + length <= end; length++) {
    pieces.push(
      lexiconPiece(tokens, at, length, index),
      valuePiece(tokens, at, length, index),
      fieldPiece(tokens, at, length, index),
    );
    if (length >= 2 && length <= 4) pieces.push(messagePiece(tokens, at, length, index));
    if (length <= 2) pieces.push(hintedPiece(tokens, at, length, index));
  }
  pieces.push({ to: at + 1, weight: 0.1, meaning: { kind: 'unknown' } });
  return pieces.filter((piece) => piece !== null && piece.to <= end) as readonly Piece[];
};

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
    plural: last?.kind === 'word' && /^[\p{L}-]+s$/iu.test(last.text) && !/s$/.test(last.norm),
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
