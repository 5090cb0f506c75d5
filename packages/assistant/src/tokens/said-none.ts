import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

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

/** "error-free", "free of errors" said the other way round; "a region where nothing failed". */
const freeOf = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined) return null;
  const noun = /^(error|warning|problem|failure|issue|exception)(-free)?$/.exec(first.norm);
  const apart = tokens[at + 1]?.norm === 'free';
  if (noun?.[1] !== undefined && (noun[2] !== undefined || apart))
    return { tokens: [word('without', first), word(noun[1], first)], used: noun[2] === undefined ? 2 : 1 };
  const nothing = first.norm === 'nothing' && /^(fail|failed|failing|errored)$/.test(tokens[at + 1]?.norm ?? '');
  return nothing ? { tokens: [word('no', first)], used: 1 } : null;
};

/** What there is none of. */
export const saidNone = (tokens: readonly Token[], at: number): Expanded | null =>
  notASingle(tokens, at) ?? zero(tokens, at) ?? freeOf(tokens, at);
