import { namedBefore, timeBefore } from './said-before.ts';
import type { Token } from './token.ts';

const ENDS = /^[.!?]$/;

/** Where each sentence begins and ends, in tokens. */
const sentences = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const found: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    found.at(-1)?.push(token);
    const next = tokens[at + 1];
    const closes = token.kind === 'punctuation' && ENDS.test(token.text);
    if (closes && next !== undefined && next.start > token.end && /^\p{Lu}/u.test(next.text)) found.push([]);
  }
  return found.filter((sentence) => sentence.length > 0);
};

const SHAPES =
  /^(break|split|group|sort|order|rank|divide|slice|only|just|by|per|limit|exclude|without|leave|and|show|list|give|put)$/;
const POINTS_BACK = /^(it|them|that|those|these|this|ones)$/;

/** "If so, in which service?", "Who?": what is asked of the question before it. */
const ASKS_ON =
  /^(?:(?:and |or )?if (?:so|yes|any|there (?:are|were|is|was)(?: any)?)\b.*|(?:and )?(?:who|(?:for |by |to |from )?whom|which ones?|(?:on|in|at|for|by|from) which [a-z]+(?: [a-z]+)?)) \?$/;

/** "Group them by service.", "Only the ones in /checkout.": says how the sentence before it is meant. */
const shapes = (sentence: readonly Token[]): boolean => {
  const [first] = sentence;
  if (/^how (many|often)( of)?( each| them| those)?\s*\?$/.test(sentence.map(({ norm }) => norm).join(' ')))
    return true;
  if (ASKS_ON.test(sentence.map(({ text }) => text.toLowerCase()).join(' '))) return true;
  if (first === undefined || sentence.at(-1)?.text === '?') return false;
  return (
    /^(by|per|only|just)$/.test(first.norm) ||
    (first.norm === 'one' && sentence.some(({ norm }) => norm === 'per')) ||
    (/^(sort|order|rank)$/.test(first.norm) && /^(by|from)$/.test(sentence[1]?.norm ?? '')) ||
    (SHAPES.test(first.norm) && sentence.some(({ norm }) => POINTS_BACK.test(norm)))
  );
};

/**
 * "The ticket quotes trace 7d3f…. Which services failed in it?": from the sentence that asks on, and the ids of those
 * before it, for what leads to a question is no part of it.
 */
export const askingSentence = (tokens: readonly Token[], isThing: (token: Token) => boolean): readonly Token[] => {
  const all = sentences(tokens);
  if (all.length < 2) return tokens;
  const asked = all.findLast((sentence) => sentence.at(-1)?.text === '?') ?? all.at(-1);
  if (asked === undefined) return tokens;
  let at = all.indexOf(asked);
  while (at > 0 && shapes(all[at] ?? [])) at -= 1;
  const before = all.slice(0, at);
  const ids = before.flatMap((sentence) => sentence.filter(({ kind }) => kind === 'id'));
  const { time, rest } = timeBefore(before.flat(), all.slice(at).flat());
  return [...ids, ...time, ...namedBefore(before.flat(), rest, isThing)];
};
