import { call, iff, infix, int, SQL_NULL, str } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { EPOCH_FORMATS, NAMED_FORMATS, tokenizePattern } from './time-pattern.ts';
import { readPattern, unreadable } from './time-read.ts';
import { bestEffort, textToTimestamp } from './time-sql.ts';
import type { Zone } from './time-zone.ts';

/** The first specifier no reader exists for, or null when the whole format can be read. */
export const unreadableSpecifier = (format: string): string | null => {
  for (const alternative of format.split('|')) {
    const bad = NAMED_FORMATS.has(alternative) ? null : unreadable(tokenizePattern(alternative));
    if (bad !== null) return bad;
  }
  return null;
};

const DATE = '\\d{4}-?\\d\\d-?\\d\\d';
const CLOCK = '\\d\\d(?::?\\d\\d(?::?\\d\\d(?:\\.\\d{1,9})?)?)?';
const OFFSET = '(?:[Zz]|[+-]\\d\\d(?::?\\d\\d)?)';
const SHAPES: ReadonlyMap<string, string> = new Map([
  ['iso8601', `\\A${DATE}(?:[Tt ]${CLOCK}\\s*${OFFSET}?)?\\z`],
  ['iso8601bare', `\\A${DATE}(?:[Tt ]${CLOCK})?\\z`],
]);
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['timestamp_second', 10],
  ['timestamp_milli', 13],
  ['timestamp_micro', 16],
  ['timestamp_nano', 19],
]);

/** A time in any usual form, as a clock in the zone shows it: what zone the text names does not count. */
const inZone = (text: SqlExpr, zone: Zone): SqlExpr => {
  const name = zone.kind === 'name' ? zone.name : 'UTC';
  const bare = call(
    'replaceRegexpOne',
    text,
    str(`(:\\d\\d(?:\\.\\d+)?)\\s*(?:${OFFSET}|[A-Z]{3,4})\\s*\\z`),
    str('\\1'),
  );
  const local = bestEffort(bare, name);
  const nanos =
    zone.kind === 'offset' && zone.minutes !== 0
      ? infix('-', local, int(BigInt(zone.minutes) * 60_000_000_000n))
      : local;
  return iff(call('match', text, str('\\A\\d{10,19}\\z')), textToTimestamp(text), nanos);
};

const parseOne = (text: SqlExpr, format: string, zone: Zone | null): SqlExpr => {
  const epoch = EPOCH_FORMATS.get(format);
  if (epoch !== undefined) {
    const nanos = infix('*', call('toInt128OrNull', text), int(epoch));
    const sound = call('match', text, str(`\\A\\d{${DIGITS.get(format)}}\\z`));
    return iff(sound, call('accurateCastOrNull', nanos, str('Int64')), SQL_NULL);
  }
  if (!NAMED_FORMATS.has(format)) return readPattern(text, tokenizePattern(format), zone);
  const nanos = zone === null ? textToTimestamp(text) : inZone(text, zone);
  const shape = SHAPES.get(format);
  return shape === undefined ? nanos : iff(call('match', text, str(shape)), nanos, SQL_NULL);
};

/**
 * Nanoseconds of a text in one of the formats joined by `|`, tried in order; null when none fits. A zone that is given
 * takes the place of the one in the text.
 */
export const parseTimestampSql = (text: SqlExpr, format: string, zone: Zone | null): SqlExpr => {
  const readings = format.split('|').map((alternative) => parseOne(text, alternative, zone));
  return readings.length === 1 ? (readings[0] ?? SQL_NULL) : call('coalesce', ...readings);
};
