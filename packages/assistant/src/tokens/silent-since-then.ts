import { type Expanded, lower, within, word } from './expanded.ts';
import type { Token } from './token.ts';

const QUIET = /^(?:silent|quiet|dark|mute|gone)$/;
const LEADS = /^(?:have|has|had|been|is|are|was|were|went|fell|gone|going|stayed|remained|now)$/;

/** "logging this morning but silent since 13:00": they logged then, but not since. */
const silentSinceThen = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || at < 2 || !/^(?:but|and|yet)$/.test(lower(tokens, at))) return null;
  let next = at + 1;
  while (LEADS.test(lower(tokens, next)) && next < at + 4) next += 1;
  const quiet = tokens[next];
  // "logged today but nothing since 13:00"
  const nothing = next === at + 1 && /^(?:nothing|none)$/.test(lower(tokens, next));
  const since = /^(?:since|after|from)$/.test(lower(tokens, next + 1));
  if (quiet === undefined || !(nothing || QUIET.test(lower(tokens, next))) || !since) return null;
  const said = [word('but', first), word('not', quiet), word('since', tokens[next + 1] ?? quiet)];
  return { tokens: said, used: next + 2 - at };
};

const NOT = /^(?:not|haven't|hasn't|didn't|haven’t|hasn’t|didn’t|never)$/;
const LOGGED = /^(?:logged|logging|reported|reporting|emitted|emitting)$/;
const LONGER = /^(?:more|longer|over|at|least|than|about|around|almost|some|a|the|last|past)$/;
const boundWordsMax = 3;

/** How many tokens say that something is silent: "quiet", "not logged anything"; 0 where none does. */
const saysSilent = (tokens: readonly Token[], at: number): number => {
  if (QUIET.test(lower(tokens, at))) return 1;
  if (!NOT.test(lower(tokens, at))) return 0;
  const verb = lower(tokens, at + 1) === 'been' ? at + 2 : at + 1;
  if (!LOGGED.test(lower(tokens, verb))) return 0;
  return (/^(?:anything|a)$/.test(lower(tokens, verb + 1)) ? verb + 2 : verb + 1) - at;
};

/** "silent for more than an hour", "not logged anything for 2 hours": seen earlier, and not in that time. */
const silentFor = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const said = saysSilent(tokens, at);
  const lead = tokens[at + said];
  if (first === undefined || said === 0 || lead === undefined || lower(tokens, at + said) !== 'for') return null;
  let next = at + said + 1;
  while (LONGER.test(lower(tokens, next)) && next < at + said + 1 + boundWordsMax) next += 1;
  const length = tokens[next];
  if (length?.kind !== 'number' && length?.kind !== 'quantity' && !/^(?:an?|one|hour|day)$/.test(length?.norm ?? ''))
    return null;
  return { tokens: [word('silent', first), word('in', lead), word('last', tokens[next - 1] ?? lead)], used: next - at };
};

/** "who is logging", "who logs to this": services do, and no person. */
const whoLogs = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  if (first === undefined || !/^(?:who|whoever)$/.test(lower(tokens, at))) return null;
  let next = at + 1;
  while (/^(?:is|was|has|have|had|been|still|are|were)$/.test(lower(tokens, next))) next += 1;
  const verb = tokens[next];
  const logs = /^(?:logging|logs|logged)$/.test(lower(tokens, next));
  const signsIn = /^(?:in|on|out|off|into)$/.test(lower(tokens, next + 1));
  if (verb === undefined || !logs || signsIn) return null;
  const services = { ...within('services', first.start + 1, first.end), norm: 'service' } as Token;
  return { tokens: [within('which', first.start), services, verb], used: next + 1 - at };
};

/** Who logged and does no more. */
export const loggedAndSilent = (tokens: readonly Token[], at: number): Expanded | null =>
  silentSinceThen(tokens, at) ?? silentFor(tokens, at) ?? whoLogs(tokens, at);
