import { type Expanded, lower, within, word } from './expanded.ts';
import type { Token } from './token.ts';

const UNIT = /^(?:minute|hour|day|week)$/;
const EXCEEDS = /^(?:exceed|exceeds|exceeded|pass|passed|surpass|surpassed|top|topped|reach|reached|hit)$/;
const OVER = /^(?:above|over|past|beyond)$/;
const REACHES = /^(?:reach|reached|hit)$/;

const COUNTED =
  /^(?:error|warning|failure|exception|critical|request|call|log|line|message|event|span|timeout|5xx|4xx|\d{3}s?)$/;
const FIGURE = /^(?:rate|ratio|share|percentage|latency|duration|time|average|avg|mean|median|p\d+)$/;

/** How a figure goes past a number, from `at`: "exceed 2", "go above 10". */
const beyondAt = (
  tokens: readonly Token[],
  at: number,
): { readonly number: number; readonly least: boolean } | null => {
  const verb = lower(tokens, at);
  const two = /^(?:go|went|climb|climbed|rise|rose|get|got|be)$/.test(verb) && OVER.test(lower(tokens, at + 1));
  if (!two && !EXCEEDS.test(verb)) return null;
  const number = at + (two ? 2 : 1);
  return tokens[number]?.kind === 'number' ? { number, least: REACHES.test(verb) } : null;
};

/** "in which minute today did errors of X first exceed 2": the first minute with more than so many. */
export const firstBeyond = (tokens: readonly Token[], at: number): Expanded | null => {
  const lead = /^(?:in|on|at|during)$/.test(lower(tokens, at)) ? 1 : 0;
  const [first, unit] = [tokens[at], tokens[at + lead + 1]];
  if (first === undefined || unit === undefined || !/^(?:which|what)$/.test(lower(tokens, at + lead))) return null;
  const did = tokens.findIndex(({ norm }, place) => place > at + lead + 1 && /^(?:did|does|have|has)$/.test(norm));
  const led = tokens.findIndex(({ norm }, place) => place > did + 1 && norm === 'first');
  const beyond = did < 0 || led < 0 ? null : beyondAt(tokens, led + 1);
  const amount = beyond === null ? undefined : tokens[beyond.number];
  if (beyond === null || amount === undefined || !UNIT.test(lower(tokens, at + lead + 1))) return null;
  const bound = beyond.least ? ['at', 'least'] : ['more', 'than'];
  // Of a rate or a time "more than" would be said of the records.
  const things = tokens.slice(did + 1, led);
  if (things.some(({ norm }) => FIGURE.test(norm)) || !things.some(({ norm }) => COUNTED.test(norm))) return null;
  const aux = tokens[did] ?? first;
  const said = ['with', ...bound].map((text, place) => within(text, aux.start + place));
  const many = { ...amount, start: aux.end, end: aux.end + 1 };
  const when = tokens.slice(at + lead + 2, did);
  return {
    tokens: [word('first', tokens[at + lead] ?? first), unit, ...when, ...said, many, ...things],
    used: beyond.number + 1 - at,
  };
};
