import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const BROKE = /^(broke|breaks|breaking)$/;
/** What follows where nothing is broken by it: "which commit broke payments" asks for a cause. */
const OF_ITSELF = /^(for|most|more|often|in|on|at|today|yesterday|this|last|since|[.,?!])$/;

/** "which route broke for most users", "which service breaks most often": it had errors. */
export const brokeDown = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || at === 0 || !BROKE.test(lower(tokens, at))) return null;
  const down = lower(tokens, at + 1) === 'down' ? 1 : 0;
  const next = lower(tokens, at + down + 1);
  const the = next === 'the' && lower(tokens, at + down + 2) === 'most';
  const by = down > 0 && /^(by|per|into)$/.test(next);
  if (by || (next !== '' && !the && !OF_ITSELF.test(next))) return null;
  return { tokens: [word('broken', first, tokens[at + down])], used: 1 + down };
};
