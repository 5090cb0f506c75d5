import { type Expanded, lower } from './expanded.ts';
import type { Token } from './token.ts';

const METHOD = /^(?:get|post|put|patch|delete|head|options)$/;

/** "delete requests today (the HTTP method)": says of a word before what it is, and asks for nothing more. */
export const saidMethod = (tokens: readonly Token[], at: number): Expanded | null => {
  if (tokens[at]?.text !== '(' || !tokens.slice(0, at).some(({ norm }) => METHOD.test(norm))) return null;
  const end = tokens.findIndex(({ text }, place) => place > at && text === ')');
  const said = tokens.slice(at + 1, end).map((_, step) => lower(tokens, at + 1 + step));
  const isSaid = /^(?:(?:i mean|as in|meaning|i\.e\.) )?(?:the |an? )?(?:https? )?(?:methods?|verbs?)$/.test(
    said.join(' '),
  );
  return end > at && isSaid ? { tokens: [], used: end + 1 - at } : null;
};
