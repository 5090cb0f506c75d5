import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const SPEED = /^(slow|fast|quick|laggy|sluggish)$/;
const COPULA = /^(is|are|was|were|been|be)$/;

/** "how slow is redis", "how fast were the logins": how long it takes; "how much slower" compares, and is read elsewhere. */
export const howSlow = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const last = tokens[at + 2];
  if (first === undefined || last === undefined || first.norm !== 'how') return null;
  if (!SPEED.test(lower(tokens, at + 1)) || !COPULA.test(lower(tokens, at + 2))) return null;
  const statistic = tokens.some(
    ({ kind, norm }) => kind === 'percentile' || /^(average|avg|mean|median|max|min|percentile)$/.test(norm),
  );
  const said = [word('latency', first, last), word('of', last)];
  return { tokens: statistic ? said : [word('average', first), ...said], used: 3 };
};

/** "how long ago was the last 500": when it was. */
export const howLongAgo = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const said = [0, 1, 2].map((step) => lower(tokens, at + step)).join(' ');
  return first !== undefined && said === 'how long ago'
    ? { tokens: [word('when', first, tokens[at + 2])], used: 3 }
    : null;
};
