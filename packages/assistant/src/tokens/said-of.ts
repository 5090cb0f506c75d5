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
export const withoutReport = (tokens: readonly Token[]): readonly Token[] => {
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
