import type { Token } from './token.ts';

/** How someone is quoted without quotes. */
const SAYS =
  /^(?:say|says|said|complain|complains|complained|report|reports|reported|claim|claims|claimed|think|thinks|mention|mentions|mentioned|write|writes|wrote|tell|tells|told|state|states|stated|insist|insists|reckon|reckons|find|finds)$/i;
/** What the reported words cannot take with them: when it was. */
const TIME_BEGINS =
  /^(?:between|since|at|from|around|about|during|after|before|until|today|yesterday|this|last|past|on|in|for)$/i;

/**
 * "u-0008 says the shop was slow between 9 and 11: average response time": what someone is said to say leads to the
 * question behind the colon. Who says it and when it was are of the question, the words are not.
 */
const reportAtColon = (tokens: readonly Token[]): readonly Token[] => {
  const colon = tokens.findIndex((token) => token.kind === 'punctuation' && /^[:–—]$/.test(token.text));
  const verb = tokens.findIndex((token, at) => at > 0 && at < colon && token.kind === 'word' && SAYS.test(token.text));
  if (verb < 0 || colon === tokens.length - 1) return tokens;
  const inside = (at: number): boolean => at > verb && at < colon;
  const begins = tokens.findIndex((token, at) => inside(at) && TIME_BEGINS.test(token.text));
  // Where the word before it is misspelt, the number itself begins the time.
  const number = tokens.findIndex((token, at) => inside(at) && /^(?:number|clock|iso|quantity)$/.test(token.kind));
  const time = begins < 0 ? number - 1 : Math.min(begins, number < 0 ? begins : number - 1);
  return [...tokens.slice(0, verb), ...(time <= verb ? [] : tokens.slice(time, colon)), ...tokens.slice(colon)];
};

/** A name that stands for one: `u-0008`, `ord_77`. */
const ONE = /^\p{L}[\w-]*[-_]?\d[\w-]*$/u;
const ASKS = /^(?:what|can|could|check|look|please|so|and|tell|show)$/;
const WHAT_HAPPENED =
  /^(?:can|could)?(?: ?you)? ?(?:(?:find|see|show|tell) (?:me |us )?|check |look up )?what (?:happened|went wrong|is going on|was going on)\b/;

/** "u-0008 says she was charged but got no ticket, what happened with her account?": all that there is of whoever says so. */
const reportOfOne = (tokens: readonly Token[]): readonly Token[] => {
  const verb = tokens.findIndex((token, at) => at > 0 && token.kind === 'word' && SAYS.test(token.text));
  const comma = tokens.findIndex(
    ({ text }, at) => at > verb && /^[,;.–—]$/.test(text) && ASKS.test(tokens[at + 1]?.text.toLowerCase() ?? ''),
  );
  const who = tokens.slice(0, Math.max(verb, 0));
  if (verb < 0 || comma < 0 || !who.some(({ text }) => ONE.test(text))) return tokens;
  const asked = tokens.slice(comma + 1);
  const said = asked.map(({ text }) => text.toLowerCase()).join(' ');
  if (!WHAT_HAPPENED.test(said)) return tokens;
  // "with her account", "to him": who it was is named.
  const begins = asked.findIndex(
    (token, at) => at > 1 && TIME_BEGINS.test(token.text) && !/^(?:on|in|for|at|from)$/i.test(token.text),
  );
  return [...who, ...(begins < 0 ? [] : asked.slice(begins))];
};

const SOMEONE =
  /^(?:(?:an?|the|our|my|one|some|another|several|many) )?(?:customers?|users?|clients?|people|someone|somebody|they|support|boss|manager|colleagues?|sales|partners?|members?|staff)$/;
const COUNTS = /^(?:how|which|what|show|list|count|give|did|is|are|was|were|any)$/;
/** "…, how many of them": what was said is part of what is asked. */
const POINTS = /^(?:it|that|this|they|them|those|these|there|such|so)$/;
const askedWordsMin = 4;

/** "customer says sign-in fails, how many logins failed today?": what someone says leads to the question, which says it all itself. */
const reportOfSomeone = (tokens: readonly Token[]): readonly Token[] => {
  const verb = tokens.findIndex((token, at) => at > 0 && token.kind === 'word' && SAYS.test(token.text));
  const who = tokens.slice(0, Math.max(verb, 0)).map(({ text }) => text.toLowerCase());
  if (verb < 0 || !SOMEONE.test(who.join(' '))) return tokens;
  const comma = tokens.findIndex(
    ({ text }, at) => at > verb && /^[,;.–—]$/.test(text) && COUNTS.test(tokens[at + 1]?.text.toLowerCase() ?? ''),
  );
  const asked = tokens.slice(comma + 1);
  const alone = asked.length >= askedWordsMin && !asked.some(({ norm }) => POINTS.test(norm));
  return comma > 0 && alone ? asked : tokens;
};

export const withoutReport = (tokens: readonly Token[]): readonly Token[] =>
  [reportAtColon, reportOfOne, reportOfSomeone].map((without) => without(tokens)).find((read) => read !== tokens) ??
  tokens;
