import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const OVER = /^(?:over|throughout|across)$/;
const SAYS_WHEN =
  /^(?:today|yesterday|ago|since|last|past|previous|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** "over the course of the day", "throughout the day": over time, and of today where no other day is said. */
export const overTheDay = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || !OVER.test(lower(tokens, at)) || lower(tokens, at + 1) !== 'the') return null;
  const course = lower(tokens, at + 2) === 'course' && lower(tokens, at + 3) === 'of' ? 3 : 0;
  const end = at + course + (lower(tokens, at + course + 1) === 'the' ? 2 : 1);
  const last = tokens[end];
  // "over the course of yesterday": which day it is follows.
  if (course > 0 && SAYS_WHEN.test(lower(tokens, at + 4)))
    return { tokens: ['over', 'time'].map((text) => word(text, first, tokens[at + 3])), used: 4 };
  if (last === undefined || lower(tokens, end) !== 'day') return null;
  const when = tokens.some(({ norm, kind }) => SAYS_WHEN.test(norm) || kind === 'iso');
  const said = ['over', 'time', ...(when ? [] : ['today'])];
  return { tokens: said.map((text) => word(text, first, last)), used: end - at + 1 };
};
