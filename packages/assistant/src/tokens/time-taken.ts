import { type Expanded, lower, within, word } from './expanded.ts';
import type { Token } from './token.ts';

const EATS = /^(?:ate|eat|eats|eaten|consumed|consumes|consume|burned|burns|burnt|spent|spends|spend|used|uses|use)$/;
const TOOK = /^(?:took|takes|take|taken|cost|costs)$/;

/** "ate most of the time", "spent the most time": the longest time of all together, and no number of records. */
export const timeTaken = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const eats = EATS.test(lower(tokens, at));
  if (first === undefined || !(eats || TOOK.test(lower(tokens, at)))) return null;
  let next = at + 1;
  if (lower(tokens, next) === 'up') next += 1;
  if (lower(tokens, next) === 'the') next += 1;
  const most = tokens[next];
  if (most === undefined || lower(tokens, next) !== 'most') return null;
  const whole = lower(tokens, next + 1) === 'of';
  next += whole ? 2 : 1;
  while (/^(?:the|all|its|total)$/.test(lower(tokens, next))) next += 1;
  const time = tokens[next];
  // "took the most time" may be said of one record.
  if (time === undefined || lower(tokens, next) !== 'time' || !(eats || whole)) return null;
  const said = [
    word('has', first),
    within('the', first.end),
    word('highest', most),
    within('total', most.end),
    word('duration', time),
  ];
  return { tokens: said, used: next + 1 - at };
};
