import type { Token } from './token.ts';

/** Tokens that stand for `used` of those written. */
export interface Expanded {
  readonly tokens: readonly Token[];
  readonly used: number;
}

export const word = (text: string, from: Token, to: Token = from): Token =>
  ({ kind: 'word', text, norm: text, start: from.start, end: to.end }) as Token;

const lower = (tokens: readonly Token[], at: number): string => tokens[at]?.text.toLowerCase() ?? '';

const NONE = /^(no|not|never|without|n't|cannot|\p{L}+n't)$/u;
const NONE_BACK = 5;

/** "without a single warning", "have not logged even one error": the number only stresses that there is none. */
const notASingle = (tokens: readonly Token[], at: number): Expanded | null => {
  const negated = tokens.slice(Math.max(0, at - NONE_BACK), at).some(({ norm }) => NONE.test(norm.replace('’', "'")));
  if (!negated) return null;
  const even = /^(even|just)$/.test(lower(tokens, at)) ? 1 : 0;
  const article = /^(a|one)$/.test(lower(tokens, at + even)) ? 1 : 0;
  const single = /^(single|solitary)$/.test(lower(tokens, at + even + article)) ? 1 : 0;
  const one = lower(tokens, at + even) === 'one' && (even > 0 || NONE.test(tokens[at - 1]?.norm ?? ''));
  return single > 0 || one ? { tokens: [], used: even + article + single } : null;
};

const HAVE = /^(with|have|has|had|having|show|shows|showed|log|logs|logged|see|saw|get|got|report|reported|produced)$/;

/** "with zero errors", "free of errors": without any. */
const zero = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined) return null;
  if (/^(zero|0)$/.test(lower(tokens, at)) && HAVE.test(tokens[at - 1]?.text.toLowerCase() ?? '')) {
    const amount = tokens[at + 1]?.kind !== 'word';
    return amount ? null : { tokens: [word('no', first)], used: 1 };
  }
  const stays = /^(is|are|was|were|be|been|being|stay|stays|stayed|remain|remained|kept|ran)$/.test(lower(tokens, at));
  const free = stays ? 1 : 0;
  if (lower(tokens, at + free) !== 'free' || !/^(of|from)$/.test(lower(tokens, at + free + 1))) return null;
  return { tokens: [word('without', first, tokens[at + free + 1])], used: free + 2 };
};

const PARTS = /^(break|split|group|divide|slice|bucket|separate|segment|arrange|aggregate)$/;
const POINTS = /^(it|that|this|them|those|these|everything|all)$/;

/** "Break it down by service", "split them up per region": by these. */
const breakDown = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || !PARTS.test(first.norm) || !POINTS.test(lower(tokens, at + 1))) return null;
  const more = tokens.findIndex((token, place) => place > at + 1 && /^(by|per|into|along|across)$/.test(token.norm));
  const far = more < 0 || more > at + 4;
  return far ? null : { tokens: [word('by', first, tokens[more])], used: more - at + 1 };
};

const isNumber = (token: Token | undefined): token is Token =>
  token !== undefined &&
  (token.kind === 'number' ||
    token.kind === 'quantity' ||
    /^(one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred)$/.test(token.norm));

const COUNTED =
  /^(error|warning|request|call|log|line|record|event|span|hit|failure|failed|response|entry|user|message)$/;
const isStatus = (token: Token): boolean => token.kind === 'number' && token.value >= 100 && token.value < 600;

/** "3 or more errors", "five times or more", "10+ warnings", "20 or fewer": at least, at most that many. */
const orMore = (tokens: readonly Token[], at: number): Expanded | null => {
  const number = tokens[at];
  if (!isNumber(number) || tokens[at - 1]?.norm === 'than') return null;
  const times = /^times?$/.test(lower(tokens, at + 1)) ? 1 : 0;
  const plus = tokens[at + 1];
  const touches = plus?.text === '+' && plus.start === number.end && tokens[at + 2]?.kind === 'word';
  const bound = lower(tokens, at + times + 2);
  const or = /^(or|and)$/.test(lower(tokens, at + times + 1)) && lower(tokens, at + times + 3) !== 'than';
  const many = touches || (or && /^(more|upwards?)$/.test(bound));
  if (!many && !(or && /^(fewer|less)$/.test(bound))) return null;
  const rest = tokens.slice(at, at + 1 + times);
  const used = touches ? 2 : times + 3;
  // "500 or more" alone is a status, "500 or more requests" are that many.
  if (isStatus(number) && times === 0 && !COUNTED.test(tokens[at + used]?.norm ?? '')) return null;
  const last = tokens[at + used - 1] ?? number;
  return { tokens: [word('at', last), word(many ? 'least' : 'most', last), ...rest], used };
};

/** "a handful of errors": a few, which is five at most. */
const handful = (tokens: readonly Token[], at: number): Expanded | null => {
  const only = /^(only|just|but)$/.test(lower(tokens, at)) ? 1 : 0;
  const article = lower(tokens, at + only) === 'a' ? 1 : 0;
  const first = tokens[at];
  const few = tokens[at + only + article];
  if (first === undefined || few?.norm !== 'handful' || lower(tokens, at + only + article + 1) !== 'of') return null;
  const five = { ...few, kind: 'number', value: 5, norm: '5' } as Token;
  return { tokens: [word('at', first), word('most', first), five], used: only + article + 2 };
};

const PEOPLE = /^(who|user|customer|client|person|account|visitor|shopper|buyer|anyone|anybody|someone)$/;
const CAUSE = /^(because|due|owing)$/;

/** How many tokens say that somebody could not do what follows; 0 where none do. */
const inability = (tokens: readonly Token[], at: number): number => {
  const said = [0, 1, 2, 3, 4].map((step) => lower(tokens, at + step).replace('’', "'"));
  const [first = '', second = '', third = '', fourth = ''] = said;
  if (/^(couldn't|can't|cannot)$/.test(first)) return 1;
  if (/^(could|can)$/.test(first) && second === 'not') return /^be$/.test(third) && fourth === 'able' ? 5 : 2;
  const copula = /^(was|were|is|are|been)$/.test(first) ? 1 : 0;
  if (said[copula] === 'unable' && said[copula + 1] === 'to') return copula + 2;
  if (said[copula] === 'not' && said[copula + 1] === 'able' && said[copula + 2] === 'to') return copula + 3;
  if (/^(wasn't|weren't|isn't|aren't)$/.test(first) && second === 'able' && third === 'to') return 3;
  return (first === 'failed' || first === 'fail') && second === 'to' ? 2 : 0;
};

/** "users who could not log in" failed to; with a cause ("because of a timeout") it is the cause that is looked for. */
const couldNot = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const subject = tokens[tokens[at - 1]?.norm === 'that' ? at - 2 : at - 1]?.norm ?? '';
  const used = PEOPLE.test(subject) ? inability(tokens, at) : 0;
  if (first === undefined || used === 0 || tokens[at + used]?.kind !== 'word') return null;
  const caused = tokens.some((token, place) => place > at && CAUSE.test(token.norm));
  const failed = caused ? [] : [word('failed', first, tokens[at + used - 1])];
  // "log in" would be the logs.
  const verb = tokens[at + used];
  const login = verb !== undefined && /^(log|sign)$/.test(verb.norm) && /^(in|on)$/.test(lower(tokens, at + used + 1));
  if (!login) return { tokens: failed, used };
  return { tokens: [...failed, word('login', verb, tokens[at + used + 1])], used: used + 2 };
};

/** What is said in a roundabout way, in the words that the grammar has for it; null where nothing is. */
export const saidOtherwise = (tokens: readonly Token[], at: number): Expanded | null =>
  notASingle(tokens, at) ??
  zero(tokens, at) ??
  breakDown(tokens, at) ??
  handful(tokens, at) ??
  orMore(tokens, at) ??
  couldNot(tokens, at);

/** A question in these words, for where a word had to be corrected before its phrase could be seen. */
export const restate = (tokens: readonly Token[]): readonly Token[] => {
  const restated: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const said = saidOtherwise(tokens, at);
    restated.push(...(said?.tokens ?? tokens.slice(at, at + 1)));
    at += said?.used ?? 1;
  }
  return restated;
};
