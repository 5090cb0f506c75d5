import { type Expanded, lower } from './expanded.ts';
import type { Token } from './token.ts';

const GETS = /^(?:get|gets|got|getting|gotten|been|being|keeps?|kept)$/;
/** "slots that were left unfilled": what was not done to them, and nobody left. */
const STAYS = /^(?:left|stay|stays|stayed|remain|remains|remained)$/;
const NOT_DONE = /^un\p{L}{3,}(?:ed|own|sent|paid|sold|read|seen)$/u;
const DONE =
  /^(?!failed$|need|speed|feed|seed|indeed|exceed|proceed|succeed)\p{L}{3,}(?:ed|own|sent|paid|lost|sold|stuck)$/u;
const CLOSES =
  /^(?:|[?.!,;]|most|least|more|often|by|at|in|on|today|yesterday|this|last|since|because|due|during|over|per|first|and|or|the)$/;

/** "which method gets declined most often": what is done to it is the verb behind, and getting is nothing of its own. */
export const gotDone = (tokens: readonly Token[], at: number): Expanded | null => {
  if (tokens[at] === undefined || at === 0) return null;
  if (STAYS.test(lower(tokens, at)) && NOT_DONE.test(lower(tokens, at + 1))) return { tokens: [], used: 1 };
  if (!GETS.test(lower(tokens, at))) return null;
  const twice = GETS.test(lower(tokens, at + 1)) ? 1 : 0;
  const done = at + 1 + twice;
  const closes = CLOSES.test(lower(tokens, done + 1));
  return DONE.test(lower(tokens, done)) && closes ? { tokens: [], used: 1 + twice } : null;
};
