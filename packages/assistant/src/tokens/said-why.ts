import type { Expanded } from './expanded.ts';
import type { Token } from './token.ts';

const WHY =
  /^(?:(?:because )?(?:i|we) (?:need|want) (?:it|them|this|that|these|those) (?:for|in)|(?:it|this|that|they)(?:'s| is| are) for|so (?:that )?(?:i|we) can) (?:(?:the|my|our|an?|his|her|their) )?[a-z][a-z '-]*$/i;
const SAYS_TIME =
  /\b(?:today|yesterday|tonight|now|minutes?|hours?|days?|weeks?|months?|[a-z]+day|morning|noon|evening)\b/i;

/** "the failed logins please, I need them for the audit": what it is wanted for says nothing of what is wanted. */
export const saidWhy = (tokens: readonly Token[], at: number): Expanded | null => {
  if (at === 0 || !/^[,.;–—-]$/.test(tokens[at]?.text ?? '')) return null;
  const rest = tokens.slice(at + 1).filter(({ kind }) => kind !== 'punctuation');
  const text = rest.map((token) => token.text).join(' ');
  return WHY.test(text) && !SAYS_TIME.test(text) ? { tokens: [], used: tokens.length - at } : null;
};
