import { type Expanded, lower, within, word } from './expanded.ts';
import type { Token } from './token.ts';

const DATABASE = /^(?:database|databases|db|dbs|sql)$/;
const CALLS = /^(?:calls?|queries|query|statements?|spans?|operations?)$/;
const FIGURE = /^(?:total|sum|average|avg|mean|median|max|maximum|min|minimum|longest|p\d+|of|the)$/;

const calls = (first: Token, last: Token): readonly Token[] => [
  { ...word('database', first), end: last.end },
  { ...within('calls', last.end - 1, last.end), norm: 'call' } as Token,
];

/** "db time per trace": how long its database calls took. */
const databaseTime = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, time] = [tokens[at], tokens[at + 1]];
  if (first === undefined || time === undefined) return null;
  if (!DATABASE.test(lower(tokens, at)) || !/^time$/.test(lower(tokens, at + 1))) return null;
  const told = FIGURE.test(lower(tokens, at - 1)) || tokens[at - 1]?.kind === 'percentile';
  const duration = told ? [word('duration', first)] : [word('total', first), word('duration', first)];
  return { tokens: [...duration, word('of', first), ...calls(first, time)], used: 2 };
};

/** "time spent in the database by service": it adds up. */
const timeSpentIn = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, spent] = [tokens[at], tokens[at + 1]];
  if (first === undefined || spent === undefined || lower(tokens, at) !== 'time' || lower(tokens, at + 1) !== 'spent')
    return null;
  let next = at + 2;
  if (!/^(?:in|on|by|within|inside)$/.test(lower(tokens, next))) return null;
  next += 1;
  while (/^(?:the|our|its|their)$/.test(lower(tokens, next))) next += 1;
  const told = tokens.slice(Math.max(0, at - 2), at).some(({ text }) => FIGURE.test(text.toLowerCase()));
  const figure = told ? [word('duration', first)] : [word('total', first), word('duration', first)];
  const [thing, what] = [tokens[next], tokens[next + 1]];
  if (thing === undefined) return null;
  if (!DATABASE.test(lower(tokens, next))) return { tokens: [...figure, word('of', spent)], used: next - at };
  const named = CALLS.test(lower(tokens, next + 1)) && what !== undefined ? 1 : 0;
  const said = [...figure, word('of', spent), ...calls(thing, named === 1 && what !== undefined ? what : thing)];
  return { tokens: said, used: next + 1 + named - at };
};

const subjectWordsMax = 3;

/** "how much time does payments spend in the database": of its calls, together. */
const timeOneSpends = (tokens: readonly Token[], at: number): Expanded | null => {
  const asked = tokens.slice(at, at + 3).map(({ norm }) => norm);
  if (asked.join(' ') !== 'how much time' || !/^(?:do|does|did)$/.test(lower(tokens, at + 3))) return null;
  const spend = tokens.findIndex((token, place) => place > at + 3 && /^(?:spend|spent|spends)$/i.test(token.text));
  const [first, last] = [tokens[at], tokens[spend]];
  if (first === undefined || last === undefined || spend < at + 5 || spend > at + 4 + subjectWordsMax) return null;
  let next = spend + 1;
  while (/^(?:in|on|the|its|their|our|waiting|for|querying)$/.test(lower(tokens, next))) next += 1;
  const database = tokens[next];
  if (database === undefined || next === spend + 1 || !DATABASE.test(lower(tokens, next))) return null;
  const subject = tokens.slice(at + 4, spend);
  const said = [
    word('total', first),
    word('duration', first),
    word('of', first),
    word('database', first),
    { ...word('calls', first), norm: 'call' } as Token,
    word('of', first),
    ...subject,
  ];
  return { tokens: said, used: next + 1 - at };
};

const WHERE_AUX = /^(?:do|does|did|is|was|are|has|have)$/;
const WHERE_WORD = /^(?:we|they|it|i|the|most|all|of|our|its|that|been|being|time)$/;

/** "where do we spend the most time", "where does the time go": in which operations. */
const whereSpent = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || lower(tokens, at) !== 'where' || !WHERE_AUX.test(lower(tokens, at + 1))) return null;
  const end = tokens.findIndex(
    (token, place) => place > at + 1 && !WHERE_WORD.test(token.text.toLowerCase()) && token.kind === 'word',
  );
  const timeBefore = tokens.slice(at, end).some(({ norm }) => norm === 'time');
  let last = end;
  if (!/^(?:spend|spent|spending|go|goes|going|lost|lose|losing)$/.test(lower(tokens, end))) return null;
  while (/^(?:the|most|all|of|our|time|to)$/.test(lower(tokens, last + 1))) last += 1;
  if (!timeBefore && !tokens.slice(end, last + 1).some(({ norm }) => norm === 'time')) return null;
  const said = ['total', 'duration', 'by', 'operation'].map((text) => word(text, first, tokens[last]));
  return { tokens: said, used: last + 1 - at };
};

/** Time that is spent on something, in the words that the grammar has for it. */
export const timeSpent = (tokens: readonly Token[], at: number): Expanded | null =>
  databaseTime(tokens, at) ?? whereSpent(tokens, at) ?? timeSpentIn(tokens, at) ?? timeOneSpends(tokens, at);
