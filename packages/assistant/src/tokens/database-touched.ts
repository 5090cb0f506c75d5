import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const TOUCHES =
  /^(?:touch|touched|touches|hit|hits|called|call|calls|query|queried|queries|ask|asked|asks|used|use|uses|access|accessed|accesses|read|reads|visited|visit|visits)$/;
const reachMax = 6;

/** "traces that touched the database more than three times" have more than three calls of it: it is these that are counted. */
export const databaseTouched = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const article = /^(?:the|our|a)$/.test(lower(tokens, at + 1)) ? 1 : 0;
  const named = /^(?:database|db|databases)$/.test(lower(tokens, at + 1 + article));
  if (first === undefined || at === 0 || !TOUCHES.test(lower(tokens, at)) || !named) return null;
  const from = at + 2 + article;
  const end = tokens.findIndex((token, place) => place > from && place <= from + reachMax && token.norm === 'time');
  const amount = end < 0 ? [] : tokens.slice(from, end);
  const last = tokens[end];
  if (last === undefined || !/^(?:more|less|fewer|at|over|exactly)$/.test(amount[0]?.norm ?? '')) return null;
  return {
    tokens: [word('have', first), ...amount, word('database', last), { ...word('calls', last), norm: 'call' }],
    used: end + 1 - at,
  };
};
