import { call, infix, int, num, SQL_NULL } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { INTERVAL, NUMBER, STRING, TIMESTAMP } from '../types/type.ts';
import { define, literal, optional, param } from './define.ts';
import type { FunctionDef, LowerCall } from './function-def.ts';
import { formatTimestampSql } from './time-format.ts';
import { parseTimestampSql } from './time-parse.ts';
import { addNanos, dateTime, floorTo, intervalToText, textToInterval } from './time-sql.ts';
import { dateUnit, timeUnit, unitNanos } from './time-unit.ts';
import { parseZone, UTC, type Zone } from './time-zone.ts';

const time = define('time');
const arg = (c: LowerCall, index: number): SqlExpr => c.args[index] ?? SQL_NULL;
const text = (c: LowerCall, name: string, fallback: string): string => {
  const given = c.literal(name);
  return typeof given === 'string' ? given : fallback;
};
const zone = (c: LowerCall): Zone => parseZone(text(c, 'tz', 'UTC')) ?? UTC;
const nanosOf = (c: LowerCall, name: string, fallback: string): bigint =>
  unitNanos(timeUnit(text(c, name, fallback)) ?? fallback);
/** A computed double as whole nanoseconds; null when it does not fit. */
export const wholeNanos = (value: SqlExpr): SqlExpr =>
  call('accurateCastOrNull', call('round', value), { kind: 'string', value: 'Int64' });
const times = (value: SqlExpr, factor: SqlExpr): SqlExpr => wholeNanos(infix('*', call('toFloat64', value), factor));
const plus = (c: LowerCall): SqlExpr => addNanos('+', arg(c, 0), arg(c, 1));
const minus = (c: LowerCall): SqlExpr => addNanos('-', arg(c, 0), arg(c, 1));

/** Parts of a date in a zone. Seconds and below carry their fraction. */
const extract = (c: LowerCall): SqlExpr => {
  const written = text(c, 'unit', 'hour');
  const unit = dateUnit(written) ?? timeUnit(written) ?? 'hour';
  const at = dateTime(arg(c, 0), zone(c));
  const fraction = (size: bigint): SqlExpr => call('toFloat64', call('positiveModulo', arg(c, 0), int(size)));
  const number = (sql: SqlExpr): SqlExpr => call('toFloat64', sql);
  switch (unit) {
    case 'year':
      return number(call('toYear', at));
    case 'month':
      return number(call('toMonth', at));
    case 'week':
      return number(call('toISOWeek', at));
    case 'day_of_year':
      return number(call('toDayOfYear', at));
    case 'day_of_week':
      return number(call('toDayOfWeek', at));
    case 'day':
      return number(call('toDayOfMonth', at));
    case 'hour':
      return number(call('toHour', at));
    case 'minute':
      return number(call('toMinute', at));
    case 'second':
      return infix('/', fraction(60_000_000_000n), num(1e9));
    case 'milli':
      return infix('/', fraction(1_000_000_000n), num(1e6));
    case 'micro':
      return infix('/', fraction(1_000_000_000n), num(1e3));
    default:
      return fraction(1_000_000_000n);
  }
};

const formatTimestamp = (c: LowerCall): SqlExpr => formatTimestampSql(arg(c, 0), text(c, 'format', 'iso8601'), zone(c));
const parseTimestamp = (c: LowerCall): SqlExpr =>
  parseTimestampSql(arg(c, 0), text(c, 'format', 'auto'), c.literal('tz') === null ? null : zone(c));
const T1 = param('timestamp', TIMESTAMP);
const I1 = param('interval', INTERVAL);
const UNIT = literal(optional(param('timeUnit', STRING)));
const TZ = literal(optional(param('tz', STRING)));
const FORMAT = literal(optional(param('format', STRING)));
const ROUND = [param('date', TIMESTAMP, 'sourceTimestamp'), param('interval', INTERVAL, 'timeInterval')];
const PARSE = [param('string', STRING), FORMAT, TZ];

/** Functions of §6.6. */
export const TIME_FUNCTIONS: readonly FunctionDef[] = [
  time(
    'now',
    [optional(param('offset', INTERVAL))],
    TIMESTAMP,
    'The moment the query started: one value for the whole query.',
    ['now() - now()', '0ns'],
    (c) => (c.args.length > 0 ? addNanos('+', int(c.nowNanos), arg(c, 0)) : int(c.nowNanos)),
  ),
  time(
    'addTime',
    [param('t', TIMESTAMP), param('i', INTERVAL)],
    TIMESTAMP,
    'A timestamp moved by an interval.',
    ["addTime(@'2024-01-01', 1h)", '2024-01-01T01:00:00.000000000Z'],
    plus,
  ),
  time(
    'subtractTime',
    [param('t', TIMESTAMP), param('i', INTERVAL)],
    TIMESTAMP,
    'A timestamp moved back by an interval.',
    ["subtractTime(@'2024-01-01', 1h)", '2023-12-31T23:00:00.000000000Z'],
    minus,
  ),
  time(
    'diffTime',
    [param('to', TIMESTAMP), param('from', TIMESTAMP)],
    INTERVAL,
    'The interval from the second to the first.',
    ["diffTime(@'2024-01-02', @'2024-01-01')", '1d'],
    minus,
  ),
  time(
    'addInterval',
    [param('left', INTERVAL), param('right', INTERVAL)],
    INTERVAL,
    'The sum of two intervals.',
    ['addInterval(1h, 30m)', '1h30m'],
    plus,
  ),
  time(
    'subtractInterval',
    [param('left', INTERVAL), param('right', INTERVAL)],
    INTERVAL,
    'The difference of two intervals.',
    ['subtractInterval(1h, 30m)', '30m'],
    minus,
  ),
  time(
    'multiplyInterval',
    [param('i', INTERVAL), param('factor', NUMBER)],
    INTERVAL,
    'An interval made longer by a factor.',
    ['multiplyInterval(10s, 1.5)', '15s'],
    (c) => times(arg(c, 0), arg(c, 1)),
  ),
  time(
    'divideInterval',
    [param('i', INTERVAL), param('divisor', NUMBER)],
    INTERVAL,
    'An interval made shorter by a divisor; null when it is zero.',
    ['divideInterval(1h, 4)', '15m'],
    (c) => wholeNanos(infix('/', call('toFloat64', arg(c, 0)), call('nullIf', arg(c, 1), num(0)))),
  ),
  time(
    'roundTime',
    ROUND,
    TIMESTAMP,
    'The last multiple of the interval since the epoch.',
    ["roundTime(@'2024-01-01T10:20:00', 1h)", '2024-01-01T10:00:00.000000000Z'],
    (c) => floorTo(arg(c, 0), arg(c, 1)),
  ),
  time(
    'timeRound',
    ROUND,
    TIMESTAMP,
    'Same as roundTime.',
    ["timeRound(@'2024-01-01T10:20:00', 1h)", '2024-01-01T10:00:00.000000000Z'],
    (c) => floorTo(arg(c, 0), arg(c, 1)),
    { deprecated: 'roundTime' },
  ),
  time(
    'roundInterval',
    [I1, literal(param('scale', STRING))],
    INTERVAL,
    'An interval without its units below the scale.',
    ["1h20m.roundInterval('h')", '1h'],
    (c) => {
      const size = int(nanosOf(c, 'scale', 'nano'));
      return infix('*', call('intDiv', arg(c, 0), size), size);
    },
  ),
  time(
    'toInterval',
    [param('number', NUMBER), UNIT],
    INTERVAL,
    'That many units, fractions included.',
    ["toInterval(1.5, 'm')", '1m30s'],
    (c) => times(arg(c, 0), num(Number(nanosOf(c, 'timeUnit', 'nano')))),
  ),
  time(
    'toTimeUnit',
    [I1, literal(param('timeUnit', STRING))],
    NUMBER,
    'How many units the interval has, fractions included.',
    ["90s.toTimeUnit('m')", 1.5],
    (c) => infix('/', call('toFloat64', arg(c, 0)), num(Number(nanosOf(c, 'timeUnit', 'nano')))),
  ),
  time(
    'parseInterval',
    [param('string', STRING)],
    INTERVAL,
    'The interval a text such as 1d2h writes; null for any other text.',
    ["parseInterval('1d2h')", '1d2h'],
    (c) => textToInterval(arg(c, 0)),
    { nulls: 'strict' },
  ),
  time(
    'formatInterval',
    [I1, literal(optional(param('scale', STRING)))],
    STRING,
    'The interval as text whose largest unit is the scale.',
    ["formatInterval(90s, 's')", '90s'],
    (c) => intervalToText(arg(c, 0), timeUnit(text(c, 'scale', 'nano')) ?? 'nano'),
  ),
  time(
    'formatTimestamp',
    [T1, FORMAT, TZ],
    STRING,
    'The timestamp as text: a strftime pattern or iso8601, iso8601bare, timestamp_second, timestamp_milli, timestamp_micro, timestamp_nano.',
    ["fromUnixTime(0).formatTimestamp('%Y')", '1970'],
    formatTimestamp,
  ),
  time(
    'toIso8601DateTime',
    [T1],
    STRING,
    'The timestamp in ISO 8601.',
    ["toIso8601DateTime(@'2024-01-01')", '2024-01-01T00:00:00.000000000Z'],
    (c) => formatTimestampSql(arg(c, 0), 'iso8601', UTC),
    { deprecated: 'formatTimestamp' },
  ),
  time(
    'parseTimestamp',
    PARSE,
    TIMESTAMP,
    'The timestamp a text writes, in a format or in one of several joined by |; null when none fits.',
    ["parseTimestamp('2024-01-01')", '2024-01-01T00:00:00.000000000Z'],
    parseTimestamp,
    { nulls: 'strict' },
  ),
  time(
    'parseToTimestamp',
    PARSE,
    TIMESTAMP,
    'Same as parseTimestamp.',
    ["parseToTimestamp('2024-01-01')", '2024-01-01T00:00:00.000000000Z'],
    parseTimestamp,
    { nulls: 'strict', deprecated: 'parseTimestamp' },
  ),
  time(
    'fromUnixTime',
    [param('unixTime', NUMBER), UNIT],
    TIMESTAMP,
    'The timestamp of a number of units since the epoch.',
    ["fromUnixTime(1, 's')", '1970-01-01T00:00:01.000000000Z'],
    (c) =>
      call('accurateCastOrNull', call('floor', infix('*', arg(c, 0), num(Number(nanosOf(c, 'timeUnit', 'milli'))))), {
        kind: 'string',
        value: 'Int64',
      }),
  ),
  time(
    'toUnixTime',
    [T1, UNIT],
    NUMBER,
    'Whole units since the epoch.',
    ["toUnixTime(@1700000000, 's')", 1700000000],
    (c) => {
      const size = int(nanosOf(c, 'timeUnit', 'milli'));
      return call('toFloat64', call('intDiv', floorTo(arg(c, 0), size), size));
    },
  ),
  time(
    'extractTime',
    [T1, literal(param('unit', STRING)), TZ],
    NUMBER,
    'A part of the date or time; months and weeks count from 1, Monday is day 1 of a week.',
    ["extractTime(@'2024-12-03', 'M')", 12],
    extract,
  ),
];
