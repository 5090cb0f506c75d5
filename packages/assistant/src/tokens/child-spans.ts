import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

/** "child spans of each service": those that another one called, and so have a parent. */
export const childSpans = (tokens: readonly Token[], at: number): Expanded | null => {
  const [child, spans] = [tokens[at], tokens[at + 1]];
  if (child === undefined || spans === undefined || !/^(?:child|children|nested)$/.test(lower(tokens, at))) return null;
  // "child spans of POST /orders" are those within it.
  const of =
    /^(?:of|under|below|in|within|to)$/.test(lower(tokens, at + 2)) && !/^(?:each|every)$/.test(lower(tokens, at + 3));
  if (!/^spans?$/.test(lower(tokens, at + 1)) || of) return null;
  return { tokens: [spans, word('with', child), word('a', child), word('parent', child)], used: 2 };
};
