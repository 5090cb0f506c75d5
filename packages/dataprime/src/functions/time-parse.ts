import { call, iff, infix, int, plain, SQL_NULL, str } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { EPOCH_FORMATS, tokenizePattern } from './time-format.ts';
import { textToTimestamp } from './time-sql.ts';
import type { Zone } from './time-zone.ts';

/** Specifiers the engine reads, by its own names; fractions are read apart, as the engine stops at microseconds. */
const ENGINE: ReadonlyMap<string, string> = new Map([
  ['Y', '%Y'],
  ['y', '%y'],
  ['m', '%m'],
  ['b', '%b'],
  ['h', '%b'],
  ['B', '%M'],
  ['d', '%d'],
  ['e', '%e'],
  ['j', '%j'],
  ['a', '%a'],
  ['A', '%W'],
  ['F', '%Y-%m-%d'],
  ['D', '%m/%d/%y'],
  ['H', '%H'],
  ['I', '%I'],
  ['M', '%i'],
  ['S', '%S'],
  ['p', '%p'],
  ['T', '%H:%i:%S'],
  ['R', '%H:%i'],
  ['z', '%z'],
  [':z', '%z'],
  ['%', '%%'],
  ['t', '\t'],
  ['n', '\n'],
]);
/** Fractions, with the regular expression of what they cover. */
const FRACTION: ReadonlyMap<string, string> = new Map([
  ['f', '(\\d{1,9})'],
  ['3f', '(\\d{3})'],
  ['6f', '(\\d{6})'],
  ['9f', '(\\d{9})'],
  ['.f', '(?:\\.(\\d{1,9}))?'],
  ['.3f', '\\.(\\d{3})'],
  ['.6f', '\\.(\\d{6})'],
  ['.9f', '\\.(\\d{9})'],
]);
const NAMED = new Set(['auto', 'iso8601', 'iso8601bare', ...EPOCH_FORMATS.keys()]);

/** The first specifier no reader exists for, or null when the whole format can be read. */
export const unreadableSpecifier = (format: string): string | null => {
  for (const alternative of format.split('|')) {
    if (NAMED.has(alternative)) continue;
    for (const { kind, text } of tokenizePattern(alternative))
      if (kind === 'specifier' && !ENGINE.has(text) && !FRACTION.has(text)) return `%${text}`;
  }
  return null;
};

const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Takes the fraction out of the text by its place, so that the engine reads whole seconds. */
const withoutFraction = (text: SqlExpr, pattern: string): { readonly rest: SqlExpr; readonly nanos: SqlExpr } => {
  const tokens = tokenizePattern(pattern);
  const at = tokens.findIndex((token) => token.kind === 'specifier' && FRACTION.has(token.text));
  if (at < 0) return { rest: text, nanos: int(0n) };
  const tail = tokens
    .slice(at + 1)
    .map((token) =>
      token.kind === 'text'
        ? escapeRegex(token.text)
        : token.text === 'z' || token.text === ':z'
          ? '(?:Z|[+-]\\d\\d:?\\d\\d)'
          : '.+?',
    )
    .join('');
  const regex = `\\A(.*?)${FRACTION.get(tokens[at]?.text ?? '')}(${tail})\\z`;
  const groups = call('extractGroups', text, str(regex));
  const digits = call('rightPad', call('arrayElement', groups, plain(2)), plain(9), str('0'));
  return {
    rest: call('concat', call('arrayElement', groups, plain(1)), call('arrayElement', groups, plain(3))),
    nanos: call('toInt64OrZero', digits),
  };
};

const inZone = (nanos: SqlExpr, zone: Zone): SqlExpr =>
  zone.kind === 'offset' && zone.minutes !== 0 ? infix('-', nanos, int(BigInt(zone.minutes) * 60_000_000_000n)) : nanos;

const parseOne = (text: SqlExpr, format: string, zone: Zone): SqlExpr => {
  const epoch = EPOCH_FORMATS.get(format);
  if (epoch !== undefined) return infix('*', call('toInt64OrNull', text), int(epoch));
  if (NAMED.has(format)) {
    if (zone.kind === 'offset' && zone.minutes === 0) return textToTimestamp(text);
    const name = zone.kind === 'name' ? zone.name : 'UTC';
    const written = call('match', text, str('(?:[Zz]|[+-]\\d\\d:?\\d\\d)\\s*\\z'));
    const nanos = call('toUnixTimestamp64Nano', call('parseDateTime64BestEffortOrNull', text, plain(9), str(name)));
    return iff(written, nanos, inZone(nanos, zone));
  }
  const { rest, nanos } = withoutFraction(text, format);
  const tokens = tokenizePattern(format);
  const engine = tokens
    .map((token) => (token.kind === 'text' ? token.text.replaceAll('%', '%%') : (ENGINE.get(token.text) ?? '')))
    .join('');
  const offsetWritten = tokens.some(
    (token) => token.kind === 'specifier' && (token.text === 'z' || token.text === ':z'),
  );
  const name = zone.kind === 'name' && !offsetWritten ? zone.name : 'UTC';
  const seconds = call('toInt64', call('toUnixTimestamp', call('parseDateTimeOrNull', rest, str(engine), str(name))));
  const total = infix('+', infix('*', seconds, int(1_000_000_000n)), nanos);
  return offsetWritten ? total : inZone(total, zone);
};

/** Nanoseconds of a text in one of the formats joined by `|`, tried in order; null when none fits. */
export const parseTimestampSql = (text: SqlExpr, format: string, zone: Zone): SqlExpr => {
  const readings = format.split('|').map((alternative) => parseOne(text, alternative, zone));
  return readings.length === 1 ? (readings[0] ?? SQL_NULL) : call('coalesce', ...readings);
};
