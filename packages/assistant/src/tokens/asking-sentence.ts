import { namedBefore, saidWrong, timeBefore, timeOfWrong } from './said-before.ts';
import type { Token } from './token.ts';

const ENDS = /^[.!?]$/;

const WONDERS =
  /^(?:(?:so|hm+|ok|okay|and|but|well) ?,? )?(?:why|how come|should (?:i|we)|shall (?:i|we)|do (?:i|we) (?:need|have) to|is it time to|what (?:is|'s) (?:going on|wrong|the matter))\b|^(?:is|are) .*\b(?:healthy|ok|okay|down|alright|alive|fine|up|running|logging)(?: or not)? \?/;

/** Where each sentence begins and ends, in tokens. */
const sentences = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const found: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    found.at(-1)?.push(token);
    const next = tokens[at + 1];
    const closes = token.kind === 'punctuation' && ENDS.test(token.text);
    // After a question mark a new sentence may begin small: "why is it slow?? show me …".
    const begins = token.text === '?' ? /^[\p{L}\p{N}]/u : /^\p{Lu}/u;
    if (closes && next !== undefined && next.start > token.end && begins.test(next.text)) found.push([]);
  }
  return found.filter((sentence) => sentence.length > 0);
};

const SHAPES =
  /^(break|split|group|sort|order|rank|divide|slice|only|just|by|per|limit|exclude|without|leave|and|show|list|give|put)$/;
const POINTS_BACK = /^(it|them|that|those|these|this|ones)$/;

/** "If so, in which service?", "Who?": what is asked of the question before it. */
const ASKS_ON =
  /^(?:(?:and |or )?if (?:so|yes|any|there (?:are|were|is|was)(?: any)?)\b.*|(?:and )?(?:who|(?:for |by |to |from )?whom|which ones?|(?:on|in|at|for|by|from) which [a-z]+(?: [a-z]+)?)) \?$/;

/** "Ignore anonymous requests.", "Leave out the health checks.": what is not to be among it. */
const LEAVES_OUT = /^(ignore|ignoring|exclude|excluding|skip|omit|without|not|no|except|only|just)$/;

/** "average is fine", "the median will do": which figure is wanted. */
const SUFFICES =
  /^(?:(?:the|an?|just) )?(?:average|avg|mean|median|p \d+|p\d+|count|total|number|maximum|max|sum|percentage|share)s? (?:is|are|would be|will be|will|would) (?:fine|ok|okay|enough|good|good enough|sufficient|do|alright)(?: for (?:me|now|us))?(?: [.!])?$/;

/** "Group them by service.", "Only the ones in /checkout.": says how the sentence before it is meant. */
const shapes = (sentence: readonly Token[]): boolean => {
  const [first] = sentence;
  if (/^how (many|often)( of)?( each| them| those)?\s*\?$/.test(sentence.map(({ norm }) => norm).join(' ')))
    return true;
  if (ASKS_ON.test(sentence.map(({ text }) => text.toLowerCase()).join(' '))) return true;
  if (first === undefined || sentence.at(-1)?.text === '?') return false;
  if (SUFFICES.test(sentence.map(({ text }) => text.toLowerCase()).join(' '))) return true;
  if (first.norm === 'leave' && sentence[1]?.norm === 'out') return true;
  return (
    LEAVES_OUT.test(first.norm) ||
    /^(by|per|only|just)$/.test(first.norm) ||
    (first.norm === 'one' && sentence.some(({ norm }) => norm === 'per')) ||
    (/^(sort|order|rank)$/.test(first.norm) && /^(by|from)$/.test(sentence[1]?.norm ?? '')) ||
    (SHAPES.test(first.norm) && sentence.some(({ norm }) => POINTS_BACK.test(norm)))
  );
};

/** "Why is it so slow?", "Should we roll back?": what one wonders about, where what is to be shown follows. */
const isWondering = (sentence: readonly Token[]): boolean =>
  WONDERS.test(sentence.map(({ text }) => text.toLowerCase()).join(' '));

/**
 * "The ticket quotes trace 7d3f…. Which services failed in it?": from the sentence that asks on, and the ids of those
 * before it, for what leads to a question is no part of it.
 */
export const askingSentence = (tokens: readonly Token[], isThing: (token: Token) => boolean): readonly Token[] => {
  const all = sentences(tokens);
  if (all.length < 2) return tokens;
  const asks = all.filter((sentence) => !isWondering(sentence));
  const asked = asks.findLast((sentence) => sentence.at(-1)?.text === '?') ?? asks.at(-1) ?? all.at(-1);
  if (asked === undefined) return tokens;
  let at = all.indexOf(asked);
  while (at > 0 && shapes(all[at] ?? [])) at -= 1;
  const before = all.slice(0, at);
  const ids = before.flatMap((sentence) => sentence.filter(({ kind }) => kind === 'id'));
  const { time, rest } = timeBefore(before.flat(), all.slice(at).flat());
  const wrong = saidWrong(before, rest, isThing);
  // "why did payments fail today? show the errors by service": it is then that the thing went wrong.
  const then = wrong.length > 0 && time.length === 0 ? timeOfWrong(before, rest) : time;
  return [...ids, ...then, ...wrong, ...namedBefore(before.flat(), rest, isThing)];
};
