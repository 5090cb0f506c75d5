import { spelledNumber } from '../tokens/number-words.ts';
import type { QuantityUnit, Token } from '../tokens/token.ts';
import type { Piece } from './piece.ts';

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
export const numberPiece = (tokens: readonly Token[], at: number): Piece | null => {
  const token = tokens[at];
  if (token === undefined) return null;
  const value =
    token.kind === 'number'
      ? token.value
      : token.kind === 'word' && token.text.toLowerCase() !== 'ones'
        ? spelledNumber(token.norm)
        : null;
  if (token.kind === 'quantity') {
    return { to: at + 1, weight: 2, meaning: { kind: 'amount', value: token.value, unit: token.unit } };
  }
  if (value === null) return null;
  const unit = UNIT_WORDS[tokens[at + 1]?.norm ?? ''];
  if (unit !== undefined && value >= 0 && tokens[at + 1]?.kind === 'word') {
    return { to: at + 2, weight: 3, meaning: { kind: 'amount', value, unit } };
  }
  return { to: at + 1, weight: token.kind === 'number' ? 2 : 1.2, meaning: { kind: 'amount', value, unit: null } };
};

/** `half a second`, `a second and a half` beside a comparison; the time grammar has read the ranges already. */
export const spelledAmount = (tokens: readonly Token[], at: number): Piece | null => {
  const word = (step: number): string => tokens[at + step]?.norm ?? '';
  const compared = /^(than|over|above|under|below|least|most|exceeding|took|take|takes)$/.test(
    tokens[at - 1]?.norm ?? '',
  );
  const half = word(0) === 'half';
  const article = /^an?$/.test(word(half ? 1 : 0)) ? 1 : 0;
  if (!half && (article === 0 || !compared)) return null;
  const place = (half ? 1 : 0) + article;
  const unit = UNIT_WORDS[word(place)];
  if (unit === undefined || word(place).length < 3) return null;
  const more = !half && word(place + 1) === 'and' && /^an?$/.test(word(place + 2)) && word(place + 3) === 'half';
  const to = at + place + 1 + (more ? 3 : 0);
  return { to, weight: 1.5 * (to - at), meaning: { kind: 'amount', value: half ? 0.5 : more ? 1.5 : 1, unit } };
};
