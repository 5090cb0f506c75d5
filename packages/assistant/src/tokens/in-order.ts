import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const ENDS = /^(?:|[,.?!]|please|today|yesterday)$/;

/** "the log lines of user-107 in order", "in chronological order": as they came. */
export const inOrder = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || lower(tokens, at) !== 'in') return null;
  const kind = /^(?:chronological|time|temporal|the)$/.test(lower(tokens, at + 1)) ? 1 : 0;
  const last = tokens[at + 1 + kind];
  if (last === undefined || lower(tokens, at + 1 + kind) !== 'order') return null;
  const ends = ENDS.test(lower(tokens, at + 2 + kind)) || kind > 0;
  return ends ? { tokens: [word('oldest', first, last), word('first', first, last)], used: 2 + kind } : null;
};
