import type { Token } from '../tokens/token.ts';
import { readClock } from './read-point.ts';
import { NANOS } from './time-spec.ts';

/** A part of every day or week, in UTC: from an hour up to another (which may lie past midnight), or days of the week. */
export type Recurring =
  | { readonly kind: 'hours'; readonly from: number; readonly to: number; readonly outside: boolean }
  /** 1 is Monday. */
  | { readonly kind: 'days'; readonly from: number; readonly to: number };

interface Read {
  readonly value: Recurring;
  readonly next: number;
}

const norms = (tokens: readonly Token[], at: number, count: number): string =>
  Array.from({ length: count }, (_, step) => tokens[at + step]?.norm ?? '').join(' ');

const hourAt = (tokens: readonly Token[], at: number): { readonly hour: number; readonly next: number } | null => {
  const clock = readClock(tokens, at);
  if (clock === null || clock.value % NANOS.hour !== 0n) return null;
  return { hour: Number(clock.value / NANOS.hour), next: clock.next };
};

/** `between 22:00 and 06:00`, `22:00 to 06:00`, in brackets or not. */
const hoursAt = (tokens: readonly Token[], start: number): { from: number; to: number; next: number } | null => {
  let at = start;
  const bracket = tokens[at]?.text === '(';
  if (bracket) at += 1;
  if (/^(between|from)$/.test(tokens[at]?.norm ?? '')) at += 1;
  const from = hourAt(tokens, at);
  if (from === null || !/^(and|to|until|till|-|–)$/.test(tokens[from.next]?.norm ?? '')) return null;
  const to = hourAt(tokens, from.next + 1);
  if (to === null) return null;
  return { from: from.hour, to: to.hour, next: bracket && tokens[to.next]?.text === ')' ? to.next + 1 : to.next };
};

export const NIGHT = { from: 22, to: 6 } as const;
export const BUSINESS = { from: 9, to: 17 } as const;

/** `at night`, `every night`, `outside business hours`, `between 22:00 and 06:00 every day`, `on weekends`, `on weekdays`. */
export const readRecurring = (tokens: readonly Token[], at: number): Read | null => {
  const two = norms(tokens, at, 2);
  // "by nights" is by how many there are.
  const counted = /^by$/.test(tokens[at]?.norm ?? '') && /s$/i.test(tokens[at + 1]?.text ?? '');
  const nights =
    /^(at|by|every|each) night$/.test(two) && !counted
      ? at + 2
      : /^(during|in) the night$/.test(norms(tokens, at, 3))
        ? at + 3
        : null;
  if (nights !== null) {
    const said = hoursAt(tokens, nights);
    const hours = said ?? NIGHT;
    return { value: { kind: 'hours', from: hours.from, to: hours.to, outside: false }, next: said?.next ?? nights };
  }
  const lead = /^(during|in|within|at|outside|after)$/.test(tokens[at]?.norm ?? '') ? 1 : 0;
  const of = tokens[at + lead]?.norm === 'of' ? 1 : 0;
  if (/^(business|working|office|work) hours?$/.test(norms(tokens, at + lead + of, 2))) {
    const outside = /^(outside|after)$/.test(tokens[at]?.norm ?? '');
    return { value: { kind: 'hours', ...BUSINESS, outside }, next: at + lead + of + 2 };
  }
  const weekly =
    /^(on|at|during) (the )?(weekend|weekday)$/.exec(norms(tokens, at, 2)) ??
    /^(on|at|during) the (weekend|weekday)$/.exec(norms(tokens, at, 3));
  const plural = /s$/i.test(tokens[at + (weekly?.[0].split(' ').length ?? 1) - 1]?.text ?? '');
  if (weekly !== null && plural) {
    const isWeekend = weekly[0].endsWith('weekend');
    return {
      value: { kind: 'days', from: isWeekend ? 6 : 1, to: isWeekend ? 7 : 5 },
      next: at + weekly[0].split(' ').length,
    };
  }
  const hours = hoursAt(tokens, at);
  const daily = hours === null ? '' : norms(tokens, hours.next, 2);
  return hours !== null && /^(every|each) (day|night|morning|evening)$/.test(daily)
    ? { value: { kind: 'hours', from: hours.from, to: hours.to, outside: false }, next: hours.next + 2 }
    : null;
};
