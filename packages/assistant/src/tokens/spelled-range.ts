import { type Expanded, lower, word } from './expanded.ts';
import { spelledNumber } from './number-words.ts';
import type { Token } from './token.ts';

const UNIT = /^(ms|millis|milliseconds?|s|secs?|seconds?|kb|kilobytes?|mb|megabytes?|bytes?)$/;
const UNITS: ReadonlySet<string> = new Set(['ms', 's', 'us', 'kb', 'mb', 'bytes']);
/** What takes time or has a size, shortly before the range; without it the range may be a time of day. */
const MEASURED =
  /^(take|took|taken|takes|taking|last|lasted|lasting|duration|latency|need|needed|ran|between|of|request|call|response|query|span|size|time|with|wait|waited)$/;
const backMax = 3;

const isNumber = (token: Token | undefined): boolean =>
  token?.kind === 'number' || (token?.kind === 'word' && spelledNumber(token.norm) !== null);

/** How many tokens an amount with a unit takes; 0 where it is none. */
const withUnit = (tokens: readonly Token[], at: number): number => {
  const token = tokens[at];
  if (token?.kind === 'quantity') return UNITS.has(String(token.unit)) ? 1 : 0;
  return isNumber(token) && UNIT.test(lower(tokens, at + 1)) ? 2 : 0;
};

/** "took 1 to 2 seconds", "200-400 ms", "lasted from two to five seconds": between the two. */
export const spelledRange = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const from = lower(tokens, at) === 'from' ? 1 : 0;
  if (first === undefined || /^(between|from)$/.test(lower(tokens, at - 1))) return null;
  const own = withUnit(tokens, at + from);
  const low = own > 0 ? own : isNumber(tokens[at + from]) ? 1 : 0;
  const joint = at + from + low;
  const to = tokens[joint];
  if (low === 0 || to === undefined || !/^(to|-|–|—|till|until)$/.test(to.text.toLowerCase())) return null;
  const high = withUnit(tokens, joint + 1);
  const before = tokens.slice(Math.max(0, at - backMax), at);
  if (high === 0 || !before.some(({ norm }) => MEASURED.test(norm))) return null;
  const [least, most] = [tokens.slice(at + from, joint), tokens.slice(joint + 1, joint + 1 + high)];
  return { tokens: [word('between', first), ...least, word('and', to), ...most], used: from + low + 1 + high };
};
