import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const SEE = /^(?:see|get|experience|wait|take|have|suffer|face|feel|need)$/;
const THEM = /^(?:requests?|calls?|users?|spans?|customers?|queries|cases|responses?|them|people)$/;

const percentOf = (tokens: readonly Token[], at: number): { readonly share: number; readonly to: number } | null => {
  const number = tokens[at];
  if (number?.kind === 'quantity' && number.unit === 'percent') return { share: number.value, to: at + 1 };
  const worded = number?.kind === 'number' && /^(?:percent|pct|%)$/.test(lower(tokens, at + 1));
  return worded ? { share: number.value, to: at + 2 } : null;
};

/** "what do the slowest 5% see", "how slow is it for the worst 1 percent": the duration that only they exceed. */
export const slowestPart = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  let next = at;
  const asks = /^(?:what|how)$/.test(lower(tokens, next));
  while (
    next < at + 6 &&
    /^(?:what|how|long|slow|bad|is|it|do|does|did|was|for|must|have|to)$/.test(lower(tokens, next))
  )
    next += 1;
  if (lower(tokens, next) === 'the') next += 1;
  if (first === undefined || !asks || !/^(?:slowest|worst)$/.test(lower(tokens, next))) return null;
  const part = percentOf(tokens, next + 1);
  if (part === null || part.share <= 0 || part.share >= 50) return null;
  let end = part.to;
  if (lower(tokens, end) === 'of') end += 1;
  while (/^(?:the|our|all)$/.test(lower(tokens, end))) end += 1;
  if (THEM.test(lower(tokens, end))) end += 1;
  while (/^(?:have|to)$/.test(lower(tokens, end))) end += 1;
  if (SEE.test(lower(tokens, end))) end += 1;
  const p = Number(((100 - part.share) / 100).toPrecision(6));
  const percentile = { ...word(`p${100 - part.share}`, first, tokens[end - 1]), kind: 'percentile', p } as Token;
  return { tokens: [percentile], used: end - at };
};
