import { call, col, iff, infix, int, lambda, list, plain, SQL_NULL, str } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import type { PatternToken } from './time-pattern.ts';
import { readDate } from './time-read-date.ts';
import { ABBREVIATIONS, type Zone } from './time-zone.ts';

/** What a specifier reads: the part of a time, and the regular expression of its text. */
type Part = readonly [name: string, regex: string];

const number = (regex: string): string => `\\s*(${regex})`;
const MONTH = number('1[0-2]|0?[1-9]');
const DAY = number('3[01]|[12]\\d|0?[1-9]');
const HOUR = number('2[0-3]|[01]?\\d');
const HOUR_OF_TWELVE = number('1[0-2]|0?[1-9]');
const SIXTIETH = number('[0-5]?\\d');
const WEEK = number('[0-5]?\\d');
const optionalFraction: Part = ['fraction', '(?:\\.(\\d{1,9})\\d*)?'];
const zoneOffset: Part = ['offset', '([Zz]|[+-]\\d\\d(?::?\\d\\d)?)'];
const monthName: Part = ['monthName', '(?i:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'];
const LONG_MONTH = '(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?)';
const weekdayName: Part = ['weekdayName', '(?i:(mon|tue|wed|thu|fri|sat|sun)'];

const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['Y', ['year', '\\s*(\\d{4})']],
  ['G', ['isoYear', '\\s*(\\d{4})']],
  ['C', ['century', '\\s*(\\d{2})']],
  ['y', ['shortYear', '\\s*(\\d{2})']],
  ['g', ['shortIsoYear', '\\s*(\\d{2})']],
  ['m', ['month', MONTH]],
  ['b', [monthName[0], `${monthName[1]})`]],
  ['h', [monthName[0], `${monthName[1]})`]],
  ['B', [monthName[0], monthName[1] + LONG_MONTH]],
  ['d', ['day', DAY]],
  ['e', ['day', DAY]],
  ['j', ['dayOfYear', number('\\d{1,3}')]],
  ['u', ['weekday', '\\s*([1-7])']],
  ['w', ['weekdayFromSunday', '\\s*([0-6])']],
  ['a', [weekdayName[0], `${weekdayName[1]})`]],
  ['A', [weekdayName[0], `${weekdayName[1]}(?:sday|nesday|rsday|urday|day)?)`]],
  ['U', ['weekFromSunday', WEEK]],
  ['W', ['weekFromMonday', WEEK]],
  ['V', ['isoWeek', WEEK]],
  ['H', ['hour', HOUR]],
  ['k', ['hour', HOUR]],
  ['I', ['hour12', HOUR_OF_TWELVE]],
  ['l', ['hour12', HOUR_OF_TWELVE]],
  ['p', ['half', '(?i:([ap])m)']],
  ['P', ['half', '(?i:([ap])m)']],
  ['M', ['minute', SIXTIETH]],
  ['S', ['second', SIXTIETH]],
  ['f', ['nanos', '(\\d{1,9})']],
  ['3f', ['fraction', '(\\d{3})']],
  ['6f', ['fraction', '(\\d{6})']],
  ['9f', ['fraction', '(\\d{9})']],
  ['.f', optionalFraction],
  ['.3f', optionalFraction],
  ['.6f', optionalFraction],
  ['.9f', optionalFraction],
  ['z', zoneOffset],
  [':z', zoneOffset],
  ['Z', ['zoneName', '([A-Za-z]{1,6})']],
  ['s', ['epoch', '([+-]?\\d{1,12})']],
]);
const BLANKS: ReadonlyMap<string, string> = new Map([
  ['t', '\\s+'],
  ['n', '\\s+'],
  ['%', '%'],
]);

/** The first specifier nothing can be read by, or null when all of them can. */
export const unreadable = (tokens: readonly PatternToken[]): string | null => {
  const bad = tokens.find((token) => token.kind === 'specifier' && !PARTS.has(token.text) && !BLANKS.has(token.text));
  return bad?.kind === 'specifier' ? `%${bad.padding}${bad.text}` : null;
};

const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+');

/** The parts of a time that a text holds, as texts; null for a part the pattern has not. */
export type Parts = (name: string) => SqlExpr | null;

const two = (text: SqlExpr): SqlExpr => call('leftPad', text, plain(2), str('0'));
const toInt = (text: SqlExpr): SqlExpr => call('toInt32OrZero', text);

/** The hour of a clock of twelve. */
const fromTwelve = (hour: SqlExpr, half: SqlExpr | null): SqlExpr => {
  const afternoon = half === null ? plain(0) : iff(infix('=', call('lower', half), str('p')), plain(12), plain(0));
  return two(call('toString', infix('+', infix('%', toInt(hour), plain(12)), afternoon)));
};

const clockText = (parts: Parts): SqlExpr => {
  const hour12 = parts('hour12');
  const hour = parts('hour');
  const [minute, second] = [parts('minute'), parts('second')];
  return call(
    'concat',
    hour !== null ? two(hour) : hour12 !== null ? fromTwelve(hour12, parts('half')) : str('00'),
    str(':'),
    minute === null ? str('00') : two(minute),
    str(':'),
    second === null ? str('00') : two(second),
  );
};

/** Nine digits below the second. `%f` counts nanoseconds, the others are digits after a point. */
const fractionText = (parts: Parts): SqlExpr => {
  const [fraction, nanos] = [parts('fraction'), parts('nanos')];
  if (fraction !== null) return call('rightPad', fraction, plain(9), str('0'));
  return nanos === null ? str('000000000') : call('leftPad', nanos, plain(9), str('0'));
};

/** Minutes from UTC that the text writes, as `+02:00` or by an abbreviation; an unknown one counts as UTC. */
const writtenMinutes = (parts: Parts): SqlExpr | null => {
  const [offset, name] = [parts('offset'), parts('zoneName')];
  if (offset !== null) {
    const digits = call('replaceAll', offset, str(':'), str(''));
    const pair = (at: number): SqlExpr => toInt(call('substring', digits, plain(at), plain(2)));
    const size = infix('+', infix('*', pair(2), plain(60)), pair(4));
    return call('toInt64', iff(call('startsWith', offset, str('-')), call('negate', size), size));
  }
  if (name === null) return null;
  const known = Object.entries(ABBREVIATIONS).filter(([, minutes]) => minutes !== 0);
  const arms = known.flatMap(([text, minutes]) => [infix('=', call('upper', name), str(text)), int(BigInt(minutes))]);
  return call('multiIf', ...arms, int(0n));
};

const MINUTE = 60_000_000_000n;

const nanosOf = (parts: Parts, zone: Zone | null): SqlExpr => {
  const epoch = parts('epoch');
  if (epoch !== null) {
    const nanos = infix('*', call('toInt128OrNull', epoch), int(1_000_000_000n));
    return call('accurateCastOrNull', infix('+', nanos, call('toInt128OrZero', fractionText(parts))), str('Int64'));
  }
  const text = call('concat', readDate(parts), str(' '), clockText(parts), str('.'), fractionText(parts));
  const name = zone?.kind === 'name' ? zone.name : 'UTC';
  const local = call('toUnixTimestamp64Nano', call('parseDateTime64BestEffortOrNull', text, plain(9), str(name)));
  if (zone?.kind === 'name') return local;
  const minutes = zone === null ? writtenMinutes(parts) : zone.minutes === 0 ? null : int(BigInt(zone.minutes));
  return minutes === null ? local : infix('-', local, infix('*', minutes, int(MINUTE)));
};

/** Nanoseconds of a text written after a pattern whose specifiers can all be read; null for any other text. */
export const readPattern = (text: SqlExpr, tokens: readonly PatternToken[], zone: Zone | null): SqlExpr => {
  const names: string[] = [];
  const regex = tokens
    .map((token) => {
      if (token.kind === 'text') return escapeRegex(token.text);
      const part = PARTS.get(token.text);
      if (part !== undefined) names.push(part[0]);
      return part?.[1] ?? BLANKS.get(token.text) ?? '';
    })
    .join('');
  if (names.length === 0) return SQL_NULL;
  // The groups get a name by way of a function of them: written out in every part, text inside text would square the size.
  const parts: Parts = (name) =>
    names.includes(name) ? call('arrayElement', col('g'), plain(names.indexOf(name) + 1)) : null;
  const read = lambda(['g'], iff(call('empty', col('g')), SQL_NULL, nanosOf(parts, zone)));
  const groups = call('extractGroups', text, str(`\\A${regex}\\z`));
  return call('arrayElement', call('arrayMap', read, list([groups])), plain(1));
};
