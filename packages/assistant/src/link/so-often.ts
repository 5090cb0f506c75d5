import { type Expanded, lower, word } from '../tokens/expanded.ts';
import { wordForm } from '../tokens/normal-form.ts';
import { TIMES } from '../tokens/said-amount.ts';
import type { Token } from '../tokens/token.ts';

const BOUNDS = /^(?:than|least|most|exactly|about|around|only|just|is|are|was|were|over|under)$/;
/** What may follow it where it is no factor: "twice as many", "twice the average". */
const ENDS = /^(?:|[.?!,]|today|yesterday|this|last|in|on|since|within|during|between|and|or|by|at|from)$/;

/** "which rooms were cleaned twice today", "users who failed 3 times": exactly so often, of those that are asked for. */
const oftenAt = (tokens: readonly Token[], at: number, phrases: ReadonlyMap<string, string>): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || at === 0 || BOUNDS.test(lower(tokens, at - 1))) return null;
  // "seats assigned twice", where messages say just so, is what was done.
  if (phrases.has(`${wordForm(tokens[at - 1]?.text.toLowerCase() ?? '')} ${first.norm}`)) return null;
  const isTimes = first.kind === 'number' && lower(tokens, at + 1) === 'times';
  const value = TIMES[first.norm];
  const used = isTimes ? 2 : value !== undefined && value > 1 ? 1 : 0;
  const asked = tokens.slice(0, at).some(({ norm }) => /^(?:which|who|that)$/.test(norm));
  if (used === 0 || !asked || !ENDS.test(lower(tokens, at + used))) return null;
  const number = isTimes ? first : ({ ...first, kind: 'number', value, norm: String(value) } as Token);
  return { tokens: [word('exactly', first), number, word('times', first)], used };
};

/** The tokens with what says how often written as a bound. */
export const soOften = (tokens: readonly Token[], phrases: ReadonlyMap<string, string>): readonly Token[] => {
  for (const at of tokens.keys()) {
    const found = oftenAt(tokens, at, phrases);
    if (found !== null) return [...tokens.slice(0, at), ...found.tokens, ...tokens.slice(at + found.used)];
  }
  return tokens;
};
