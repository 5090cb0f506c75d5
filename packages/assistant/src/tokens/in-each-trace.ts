import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const AVERAGES = /^(?:average|avg|mean|median|typical|usual|typically|usually|max|maximum|min|minimum)$/;

/** "the average number of spans in a trace": of each trace. */
export const inEachTrace = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const last = tokens[at + 2];
  if (first === undefined || last === undefined || !/^(?:in|inside|within)$/.test(lower(tokens, at))) return null;
  if (!/^(?:a|an|each|every|one)$/.test(lower(tokens, at + 1)) || last.norm !== 'trace') return null;
  return tokens.some(({ norm }) => AVERAGES.test(norm)) ? { tokens: [word('per', first), last], used: 3 } : null;
};
