import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const BE = /^(?:is|are|was|were|do|does|did)$/;
const SIZED = /^(?:message|response|request|batch|payload|body|answer|file)s?$/;
const AVERAGE = /^(?:average|avg|mean|median|typical|typically|usually|max|maximum|min|minimum)$/;

/** "how big are the messages": what their size is, on average where nothing else is said. */
export const howBig = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || lower(tokens, at) !== 'how' || !/^(?:big|large)$/.test(lower(tokens, at + 1))) return null;
  const the = /^(?:the|our|its|their)$/.test(lower(tokens, at + 3)) ? 1 : 0;
  const thing = tokens[at + 3 + the];
  if (thing === undefined || !BE.test(lower(tokens, at + 2)) || !SIZED.test(lower(tokens, at + 3 + the))) return null;
  const said = tokens.some(({ norm }) => AVERAGE.test(norm));
  const size = [word(thing.norm, thing), word('size', thing)];
  return { tokens: said ? size : [word('average', first), ...size], used: 4 + the };
};
