import type { Expanded } from './expanded.ts';
import { lower } from './expanded.ts';
import type { Token } from './token.ts';

const NAME = /^(?:percentiles?|pctl?|pct|pctile|pctiles)$/i;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/i;
const JOINT = /^(?:,|\/|and|&|the|or)$/i;
/** More are no list of percentiles. */
const listMax = 6;

/** The share that a token of the list says; null where it says none. */
const shareOf = (token: Token | undefined): number | null => {
  if (token?.kind === 'percentile') return token.p;
  const ordinal = token === undefined ? null : ORDINAL.exec(token.text);
  const value = token?.kind === 'number' ? token.value : Number(ordinal?.[1] ?? 0);
  return value > 0 && value < 100 ? value / 100 : null;
};

/** Where the joints after a token end. */
const afterJoints = (tokens: readonly Token[], from: number): number => {
  let at = from;
  while (JOINT.test(lower(tokens, at))) at += 1;
  return at;
};

const percentile = (token: Token, p: number): Token =>
  token.kind === 'percentile'
    ? token
    : { kind: 'percentile', p, text: token.text, norm: token.norm, start: token.start, end: token.end };

interface Listed {
  readonly tokens: readonly Token[];
  /** The place after the list. */
  readonly end: number;
  readonly last: Token;
}

const listFrom = (tokens: readonly Token[], from: number): Listed | null => {
  const listed: Token[] = [];
  let last: Token | null = null;
  let end = from;
  for (let at = from, count = 0; count < listMax; count++) {
    const token = tokens[at];
    const share = shareOf(token);
    if (token === undefined || share === null) break;
    listed.push(...tokens.slice(end, at), percentile(token, share));
    last = token;
    end = at + 1;
    at = afterJoints(tokens, end);
    if (at === end) break;
  }
  return last === null ? null : { tokens: listed, end, last };
};

/** "10th, 50th and 90th percentile", "the 25th and 75th percentiles", "percentiles 50, 90 and 99": each is one. */
export const severalPercentiles = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  // "percentiles 50, 90 and 99"
  if (first !== undefined && NAME.test(first.text)) {
    const colon = /^(?::|of)$/.test(lower(tokens, at + 1)) ? 1 : 0;
    const list = listFrom(tokens, at + 1 + colon);
    const several = list !== null && (list.end > at + 2 + colon || colon === 0);
    return list !== null && several && first.text.toLowerCase() !== 'pct'
      ? { tokens: list.tokens, used: list.end - at }
      : null;
  }
  if (first?.kind === 'percentile') return null;
  const list = listFrom(tokens, at);
  if (list === null) return null;
  const named = NAME.test(lower(tokens, list.end)) ? 1 : 0;
  // "p95" says nothing of the numbers before it; "95th percentile" and "95 percentile" do.
  const ends = named > 0 || (list.last.kind === 'percentile' && /(?:st|nd|rd|th)\b/i.test(list.last.text));
  return ends ? { tokens: list.tokens, used: list.end + named - at } : null;
};
