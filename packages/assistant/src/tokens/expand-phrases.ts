import type { Token } from './token.ts';

const word = (text: string, at: Token): Token =>
  ({ kind: 'word', text, norm: text, start: at.start, end: at.end }) as Token;

/** "week over week" says two times: what it is short for, each word at the place of the phrase. */
const LONG: Readonly<Record<string, string>> = {
  hour: 'last hour vs the hour before',
  day: 'today vs yesterday',
  week: 'last week vs the week before',
};

const overItself = (tokens: readonly Token[], at: number): readonly Token[] | null => {
  const [first, over, again] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const long = LONG[first?.norm ?? ''];
  if (first === undefined || again === undefined || over?.norm !== 'over' || again.norm !== first.norm) return null;
  const place = { ...first, end: again.end };
  return long === undefined ? null : long.split(' ').map((text) => word(text, place));
};

/** Short forms of comparisons written out, so that one grammar reads both. */
export const expandPhrases = (tokens: readonly Token[]): readonly Token[] => {
  const expanded: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const long = overItself(tokens, at);
    const token = tokens[at];
    if (long !== null) {
      expanded.push(...long);
      at += 2;
    } else if (token !== undefined) expanded.push(token);
  }
  return expanded;
};
