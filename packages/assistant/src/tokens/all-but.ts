import { conceptOf } from '../lexicon/lexicon.ts';
import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const ALL = /^(all|every|any|everything|anything|everyone|everybody|each)$/;
/** What makes of "but" another clause: "all errors but only of checkout", "everything but sorted by time". */
const CLAUSE =
  /^(not|only|just|also|without|with|by|per|sorted|grouped|ordered|please|i|we|it|no|for|show|give|in|on|from|at|now)$/;
const backMax = 4;

const isBut = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return (
    lower(tokens, at) === 'but' &&
    next?.kind !== undefined &&
    next.kind !== 'punctuation' &&
    !CLAUSE.test(lower(tokens, at + 1))
  );
};

/** "all regions but eu-west-1": what they are is said again by what is left out. */
const allThings = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || !/^(all|any)$/.test(lower(tokens, at))) return null;
  const the = lower(tokens, at + 1) === 'the' ? 1 : 0;
  const thing = conceptOf(tokens[at + the + 1]?.norm ?? '');
  const but = at + the + 2;
  return thing?.kind === 'role' && isBut(tokens, but)
    ? { tokens: [word('except', first, tokens[but])], used: but - at + 1 }
    : null;
};

/** "all regions but eu-west-1", "everything but /cart": without what follows. */
export const allBut = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const things = allThings(tokens, at);
  if (things !== null || first === undefined || !isBut(tokens, at)) return things;
  const before = tokens.slice(Math.max(0, at - backMax), at);
  const said = before.findLastIndex(({ text }) => ALL.test(text.toLowerCase()));
  // A comma begins another clause.
  const apart = said < 0 || before.slice(said).some(({ kind }) => kind === 'punctuation');
  return apart ? null : { tokens: [word('except', first)], used: 1 };
};
