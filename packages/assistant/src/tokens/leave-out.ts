import { type Expanded, word } from './expanded.ts';
import type { Token } from './token.ts';

const OUT_MAX = 4;

/** "leave payments out", "filter the mailer out": without them. */
export const leaveOut = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || !/^(leave|take|filter|keep)$/.test(first.norm)) return null;
  const out = tokens.findIndex((token, place) => place > at + 1 && place <= at + 1 + OUT_MAX && token.norm === 'out');
  if (out < 0 || tokens[out + 1]?.norm === 'of') return null;
  return { tokens: [word('without', first), ...tokens.slice(at + 1, out)], used: out - at + 1 };
};
