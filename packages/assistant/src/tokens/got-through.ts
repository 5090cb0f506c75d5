import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

/** A name that stands for one of many: `u-0042`, `st-7`. */
const ONE = /^[\p{L}]+[-_]?[\w-]*\d[\w-]*$/u;
const LENGTH_MAX = 3;

/** "did u-0042 get a payment through?": its payments, which tell how they ended. */
export const gotThrough = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, who] = [tokens[at], tokens[at + 1]];
  const gets = /^(?:get|gets|got|make|made|push|put)$/.test(lower(tokens, at + 2));
  if (first === undefined || who === undefined || !/^(?:did|has|does|could)$/.test(lower(tokens, at)) || !gets)
    return null;
  const from = at + 3 + (/^(?:a|an|any|the|his|her|their|its)$/.test(lower(tokens, at + 3)) ? 1 : 0);
  const end = tokens.findIndex(
    (token, place) => place > from && place <= from + LENGTH_MAX && token.norm === 'through',
  );
  const things = end < 0 ? [] : tokens.slice(from, end);
  const [thing, ...more] = things;
  if (thing === undefined || more.length > 0 || thing.kind !== 'word' || !ONE.test(who.text)) return null;
  const several = /s$/i.test(thing.text) ? thing : { ...thing, text: `${thing.text}s` };
  return { tokens: [several, word('of', first), who], used: end + 1 - at };
};
