import { type Expanded, lower, word } from './expanded.ts';
import { saidWhy } from './said-why.ts';
import type { Token } from './token.ts';

const STATISTIC = /^(average|avg|mean|median|p\d\d\d?|count|total|maximum|max|sum|percentage|share)$/;
const SUFFICES = /^(fine|ok|okay|enough|sufficient|alright|do|suffice)$/;

/** "average is fine", "the median will do": that figure. */
const suffices = (tokens: readonly Token[], at: number): Expanded | null => {
  if (!STATISTIC.test(tokens[at - 1]?.norm ?? '') || !/^(is|are|will|would)$/.test(lower(tokens, at))) return null;
  let next = at + 1;
  while (/^(be|good|perfectly|totally|just)$/.test(lower(tokens, next))) next += 1;
  const ends = tokens
    .slice(next + 1)
    .every(({ kind, norm }) => kind === 'punctuation' || /^(for|me|now|us)$/.test(norm));
  return SUFFICES.test(lower(tokens, next)) && ends ? { tokens: [], used: tokens.length - at } : null;
};

/** "cancel that, I only need …", "scratch that: …": what was said before does not count. */
const takenBack = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = at === 0 || /^[.!?,]$/.test(tokens[at - 1]?.text ?? '');
  const back = /^(cancel|scratch|strike|drop|undo|stop)$/.test(lower(tokens, at));
  const that = /^(that|this|it)$/.test(lower(tokens, at + 1));
  return first && back && that && /^[,;:–—-]$/.test(tokens[at + 2]?.text ?? '') ? { tokens: [], used: 3 } : null;
};

/** "ignore everything but orders": only that. */
const allBut = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const out = /^(filter|leave)$/.test(lower(tokens, at)) && lower(tokens, at + 1) === 'out' ? 1 : 0;
  const drops = out > 0 || /^(ignore|exclude|hide|drop|skip|forget|omit|ignoring|excluding)$/.test(lower(tokens, at));
  if (first === undefined || !drops) return null;
  let next = at + 1 + out;
  if (!/^(everything|anything|all|everyone|anyone)$/.test(lower(tokens, next))) return null;
  next += 1;
  if (/^(else|others?|services?|logs?|data|lines?)$/.test(lower(tokens, next))) next += 1;
  const but = tokens[next];
  const from = lower(tokens, next + 1);
  const pair = /^(other than|apart from|aside from|except for)$/.test(`${lower(tokens, next)} ${from}`);
  if (but === undefined || !(pair || /^(but|except|besides)$/.test(lower(tokens, next)))) return null;
  return { tokens: [word('only', first, but)], used: next + (pair ? 2 : 1) - at };
};

/** "stop showing me health checks": without them. */
const stopShowing = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, verb] = [tokens[at], tokens[at + 1]];
  const stops = /^(stop|quit|avoid)$/.test(lower(tokens, at));
  if (first === undefined || !stops || !/^(showing|counting|including|listing|giving)$/.test(lower(tokens, at + 1)))
    return null;
  const whom = /^(me|us)$/.test(lower(tokens, at + 2)) ? 1 : 0;
  return { tokens: [word('without', first, verb)], used: 2 + whom };
};

/** "never mind the 404s, how many 500s": without those, for what is wanted follows. */
const neverMind = (tokens: readonly Token[], at: number): Expanded | null => {
  const first = tokens[at];
  const two = /^(never mind|forget about|don't mind)$/.test(`${lower(tokens, at)} ${lower(tokens, at + 1)}`);
  if (first === undefined || !(two || /^(nevermind|forget)$/.test(lower(tokens, at)))) return null;
  const used = two ? 2 : 1;
  const thing = tokens[at + used + (/^(the|all|any)$/.test(lower(tokens, at + used)) ? 1 : 0)];
  const named =
    /^(plural-number|status-class|path)$/.test(thing?.kind ?? '') ||
    /^(error|warning|debug|info|critical)$/.test(thing?.norm ?? '');
  const more = tokens.some(({ text }, place) => place > at + used && /^[,;:–—-]$/.test(text));
  return named && more ? { tokens: [word('without', first)], used } : null;
};

/** "the other services than payments": the services except it. */
const otherThan = (tokens: readonly Token[], at: number): Expanded | null => {
  const [other, noun, than] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (lower(tokens, at) !== 'other' || noun?.kind !== 'word' || than === undefined || lower(tokens, at + 2) !== 'than')
    return null;
  // "errors of the other services than payments" are of none of its own.
  const listed = !/^(of|in|from|for|on|by|at)$/.test(lower(tokens, lower(tokens, at - 1) === 'the' ? at - 2 : at - 1));
  return other === undefined ? null : { tokens: [...(listed ? [noun] : []), word('except', than)], used: 3 };
};

const ANONYMOUS = /^(anonymous|unauthenticated|unidentified)$/;
const PEOPLE = /^(users?|visitors?|customers?|clients?|people|ones|accounts?)$/;

/** "anonymous requests": those of which nobody knows whose they are. */
const anonymous = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, noun] = [tokens[at], tokens[at + 1]];
  if (first === undefined || noun?.kind !== 'word' || !ANONYMOUS.test(lower(tokens, at))) return null;
  const missing = [word('user', first), word('missing', first)];
  return PEOPLE.test(lower(tokens, at + 1)) ? { tokens: missing, used: 2 } : { tokens: [noun, ...missing], used: 2 };
};

/** "failed requests vs ok ones": those that succeeded. */
const okOnes = (tokens: readonly Token[], at: number): Expanded | null => {
  const [first, noun] = [tokens[at], tokens[at + 1]];
  const things = lower(tokens, at + 1) === 'ones';
  if (first === undefined || noun === undefined || !things || !/^(ok|okay|good|fine|healthy)$/.test(lower(tokens, at)))
    return null;
  return { tokens: [word('successful', first)], used: 2 };
};

/** What is said beside the question: that something before does not count, what is enough, what is not to be shown. */
export const saidAside = (tokens: readonly Token[], at: number): Expanded | null =>
  suffices(tokens, at) ??
  saidWhy(tokens, at) ??
  takenBack(tokens, at) ??
  allBut(tokens, at) ??
  stopShowing(tokens, at) ??
  neverMind(tokens, at) ??
  otherThan(tokens, at) ??
  okOnes(tokens, at) ??
  anonymous(tokens, at);
