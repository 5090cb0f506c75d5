import { unitOf } from '../time/time-words.ts';
import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

interface Length {
  readonly tokens: readonly Token[];
  readonly used: number;
}

/** "20 hours", "30m", "the hour", "an hour" as a number with a unit. */
const lengthAt = (tokens: readonly Token[], at: number): Length | null => {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind === 'quantity' && /^(?:ns|us|ms|s|m|h|d|w)$/.test(first.unit)) return { tokens: [first], used: 1 };
  if (first === undefined || second === undefined || unitOf(second) === null) return null;
  if (first.kind === 'number') return { tokens: [first, second], used: 2 };
  if (!/^(?:the|an?|one)$/.test(lower(tokens, at))) return null;
  const one = { ...first, kind: 'number', value: 1, norm: '1' } as Token;
  return { tokens: [one, word(second.norm, second)], used: 2 };
};

const said = ({ tokens }: Length): string => tokens.map(({ norm }) => norm).join(' ');

/** "20 hours before and 20 hours after the deploy": one length, before and after it. */
export const aroundMoment = (tokens: readonly Token[], at: number): Expanded | null => {
  const length = lengthAt(tokens, at);
  const before = at + (length?.used ?? 0);
  if (length === null || lower(tokens, before) !== 'before') return null;
  const joiner = tokens[before + 1];
  if (joiner === undefined || !/^(?:and|vs|versus|to|with|than)$/.test(lower(tokens, before + 1))) return null;
  const again = lengthAt(tokens, before + 2);
  const after = before + 2 + (again?.used ?? 0);
  if (lower(tokens, after) !== 'after' || (again !== null && said(again) !== said(length))) return null;
  // Where one length is said, "before and after" is for both.
  const lead = tokens[before];
  return lead === undefined
    ? null
    : { tokens: [...length.tokens, lead, word('and', joiner)], used: before + 2 + (again?.used ?? 0) - at };
};
