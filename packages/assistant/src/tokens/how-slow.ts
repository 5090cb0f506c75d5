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
