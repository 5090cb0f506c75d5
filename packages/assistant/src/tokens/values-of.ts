import { type Expanded, lower, within } from './expanded.ts';
import type { Token } from './token.ts';

const LEADS =
  /^(?:all|the|possible|known|existing|list|show|me|give|get|of|which|what|are|is|distinct|different|unique)$/;
const leadMax = 6;

/** "possible values of level", "values of path": which there are. */
const ledByValues = (tokens: readonly Token[], at: number): Expanded | null => {
  if (at !== 0) return null;
  let next = 0;
  while (next < leadMax && LEADS.test(lower(tokens, next))) next += 1;
  const [first, of] = [tokens[0], tokens[next + 1]];
  if (first === undefined || of === undefined || !/^values?$/.test(lower(tokens, next))) return null;
  if (!/^(?:of|for)$/.test(lower(tokens, next + 1)) || /^(?:what|which)$/.test(lower(tokens, 0))) return null;
  const said = ['what', 'are', 'the', 'values'].map((text, step) => within(text, first.start + step, of.start));
  return { tokens: [...said, of], used: next + 2 };
};

/** "which values does status take": it has them, and nothing takes long. */
const takenValues = (tokens: readonly Token[], at: number): Expanded | null => {
  const takes = /^(?:take|takes|hold|holds|assume|contain|contains)$/.test(lower(tokens, at));
  const asked = tokens.slice(0, at).some(({ norm }) => /^values?$/.test(norm));
  const does = tokens.slice(0, at).some(({ norm }) => /^(?:do|does|can|did)$/.test(norm));
  const first = tokens[at];
  if (first === undefined || !takes || !asked || !does) return null;
  return { tokens: [within('have', first.start, first.end)], used: 1 };
};

/** The values of a field, in the words that the grammar has for them. */
export const valuesOf = (tokens: readonly Token[], at: number): Expanded | null =>
  ledByValues(tokens, at) ?? takenValues(tokens, at);
