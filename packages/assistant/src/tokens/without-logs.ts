import { type Expanded, lower, word } from './expanded.ts';
import type { Token } from './token.ts';

const THING = /^(?:services?|apps?|applications?|subsystems?|hosts?|pods?|who)$/;
const VERB = /^(?:have|has|had|with|sent|wrote|show|showed|produced|emitted|logged)$/;
const LOGS = /^(?:logs?|records?|telemetry|entries|data|anything|nothing)$/;
const DURING = /^(?:for|in|within|over)$/;

/** "since noon", "for 3h", "in the last hour"; "in eu-west" is no time. */
const isTime = (tokens: readonly Token[], at: number): boolean => {
  if (lower(tokens, at) === 'since') return true;
  const next = at + 1 + (lower(tokens, at + 1) === 'the' ? 1 : 0);
  return DURING.test(lower(tokens, at)) && /^(?:last|past|previous|\d.*|an?)$/.test(lower(tokens, next));
};

/** "services with no logs for 3h", "which services have sent nothing since noon": those that are silent. */
export const withoutLogs = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || !THING.test(lower(tokens, at - 1))) return null;
  let next = at;
  while (VERB.test(lower(tokens, next)) && next < at + 2) next += 1;
  const none = lower(tokens, next);
  const isNone = none === 'without' || (next > at && none === 'no');
  const end = none === 'nothing' && next > at ? next : isNone && LOGS.test(lower(tokens, next + 1)) ? next + 1 : null;
  const last = end === null ? undefined : tokens[end];
  if (end === null || last === undefined || !isTime(tokens, end + 1)) return null;
  return { tokens: [word('silent', first, last)], used: end + 1 - at };
};
