import { unitOf } from '../time/time-words.ts';
import { activeOnes } from './active-ones.ts';
import { type Expanded, word } from './expanded.ts';
import { idleVerb } from './idle-verb.ts';
import { saidOtherwise } from './said-otherwise.ts';
import { severalPercentiles } from './several-percentiles.ts';
import type { Token } from './token.ts';
import { whoCallsWhom } from './who-calls-whom.ts';

/** What people on call shorten; a word that the data has is never taken for one of these. */
const SHORT: Readonly<Record<string, string>> = {
  yday: 'yesterday',
  yest: 'yesterday',
  ystd: 'yesterday',
  ysterday: 'yesterday',
  tdy: 'today',
  tday: 'today',
  prev: 'previous',
  prv: 'previous',
  usr: 'user',
  usrs: 'user',
  dur: 'duration',
  lat: 'latency',
  resp: 'response',
  resps: 'response',
  wrn: 'warning',
  wrns: 'warning',
  ep: 'endpoint',
  eps: 'endpoint',
  nr: 'number',
  btw: 'between',
  excl: 'excluding',
  incl: 'including',
};

/** "week over week" says two times: what it is short for, each word at the place of the phrase. */
const OVER_ITSELF: Readonly<Record<string, string>> = {
  hour: 'last hour vs the hour before',
  day: 'today vs yesterday',
  week: 'last week vs the week before',
};

const overItself = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, over, again] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const long = OVER_ITSELF[first?.norm ?? ''];
  if (first === undefined || again === undefined || over?.norm !== 'over' || again.norm !== first.norm) return null;
  return long === undefined ? null : { tokens: long.split(' ').map((text) => word(text, first, again)), used: 3 };
};

/** `w/ errors`, `w/o user`, `3+ errors`, `503 + 504`, `req/min`. */
const signs = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, sign, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first === undefined) return null;
  const touches = sign?.text === '/' && sign.start === first.end;
  if (touches && first.norm === 'w') {
    const without = next?.norm === 'o' && next.start === sign.end;
    return { tokens: [word(without ? 'without' : 'with', first, without ? next : sign)], used: without ? 3 : 2 };
  }
  // "with 3+ errors"
  if (first.kind === 'number' && sign?.text === '+' && sign.start === first.end && next?.kind !== 'number')
    return { tokens: [word('at', first), word('least', first), first], used: 2 };
  if (first.text === '+' && tokens[at - 1]?.kind === 'number' && sign?.kind === 'number')
    return { tokens: [word('and', first)], used: 1 };
  const per = first.text === '/' && tokens[at - 1]?.end === first.start && unitOf(sign) !== null;
  return per ? { tokens: [word('per', first)], used: 1 } : null;
};

/** "last 30 min vs prev 30": the second length has the unit of the first. */
const sameUnit = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, count, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (
    first === undefined ||
    !/^(prv|prev|previous)$/.test(first.norm) ||
    count?.kind !== 'number' ||
    unitOf(next) !== null
  )
    return null;
  const before = tokens.slice(0, at).findLast((token) => unitOf(token) !== null || token.kind === 'quantity');
  const unit =
    before?.kind === 'quantity'
      ? { m: 'minute', h: 'hour', d: 'day', s: 'second' }[before.unit as string]
      : before?.norm;
  return unit === undefined ? null : { tokens: [word('previous', first), count, word(unit, count)], used: 2 };
};

/** "excl. mailer": the full stop belongs to the short word. */
const stopped = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, stop] = [tokens[at], tokens[at + 1]];
  const long = { excl: 'excluding', incl: 'including', approx: 'about' }[first?.norm ?? ''];
  if (first === undefined || long === undefined || stop?.text !== '.' || stop.start !== first.end) return null;
  return { tokens: [word(long, first, stop)], used: 2 };
};

/** "last hour vs hour before": the article is left out in haste. */
const hastyBefore = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, unit, before] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const versus = /^(?:vs|versus|against|than)$/.test(first?.norm ?? '');
  if (first === undefined || unit === undefined || !versus || unitOf(unit) === null || before?.norm !== 'before')
    return null;
  return { tokens: [first, word('the', unit)], used: 1 };
};

/** "lat 24h" is the last 24 hours; without a length it is the latency. */
const lastLength = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, next] = [tokens[at], tokens[at + 1]];
  const isLength = next?.kind === 'quantity' || (next?.kind === 'number' && unitOf(tokens[at + 2]) !== null);
  return first !== undefined && /^(lat|lst|las)$/.test(first.norm) && isLength
    ? { tokens: [word('last', first)], used: 1 }
    : null;
};

/** Short forms written out, so that one grammar reads both. `isKnown` says which words the data has. */
export const expandPhrases = (tokens: readonly Token[], isKnown: (token: Token) => boolean): readonly Token[] => {
  const expanded: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const active = token !== undefined && !isKnown(token) ? activeOnes(tokens, at) : null;
    const long =
      active ??
      overItself(tokens, at) ??
      signs(tokens, at) ??
      sameUnit(tokens, at) ??
      idleVerb(tokens, at) ??
      lastLength(tokens, at) ??
      stopped(tokens, at) ??
      hastyBefore(tokens, at) ??
      severalPercentiles(tokens, at) ??
      whoCallsWhom(tokens, at) ??
      saidOtherwise(tokens, at);
    if (token === undefined) break;
    const short = token.kind === 'word' && !isKnown(token) ? SHORT[token.text.toLowerCase()] : undefined;
    if (long !== null) expanded.push(...long.tokens);
    else expanded.push(short === undefined ? token : { ...token, norm: short });
    at += long?.used ?? 1;
  }
  return expanded;
};
