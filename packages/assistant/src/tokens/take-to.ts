import { type Expanded, lower } from './expanded.ts';
import type { Token } from './token.ts';

const DOES = /^(?:respond|answer|reply|complete|finish|load|run|process|return|execute|render|handle)$/;
const wordsBack = 3;

/** "how long does catalog usually take to respond": what it takes that time for is what it does. */
export const takeTo = (tokens: readonly Token[], at: number): Expanded | null => {
  const taken = tokens
    .slice(Math.max(0, at - wordsBack), at)
    .some(({ text }) => /^(?:take|takes|took|taking)$/i.test(text));
  const asked = tokens
    .slice(0, at)
    .some((_, place) => /^how (?:long|slow|quick)/.test(`${lower(tokens, place)} ${lower(tokens, place + 1)}`));
  // "to process a message": what is done with it tells one side of a queue from the other.
  const ofMessage = /^(?:an? |the |each |one |every )?messages?\b/.test(
    [at + 2, at + 3].map((place) => lower(tokens, place)).join(' '),
  );
  return taken && asked && !ofMessage && lower(tokens, at) === 'to' && DOES.test(lower(tokens, at + 1))
    ? { tokens: [], used: 2 }
    : null;
};
