import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const MOMENT = /^(?:clock|iso|number|quantity)$/;

/** "did it change at 9:00? before and after please": at a moment is after it, where both of its sides are asked for. */
export const changeAt = (tokens: readonly Token[], at: number): Expanded | null => {
  const [change, on, moment] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const named = MOMENT.test(moment?.kind ?? '') || /^(?:noon|midday|midnight)$/.test(moment?.norm ?? '');
  if (change === undefined || on === undefined || !/^(?:changed?|improved?|differ(?:ent)?)$/.test(lower(tokens, at)))
    return null;
  if (!/^(?:at|around|with)$/.test(lower(tokens, at + 1)) || !named) return null;
  const rest = tokens.slice(at + 3).map(({ text }) => text.toLowerCase());
  const sides = rest.findIndex(
    (text, place) => text === 'before' && /^(?:after|afterwards)$/.test(rest[place + 2] ?? ''),
  );
  if (sides < 0) return null;
  return { tokens: [change, word('after', on)], used: 2 };
};
