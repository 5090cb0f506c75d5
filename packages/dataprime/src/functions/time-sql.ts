import { call, iff, infix, int, isLiteralSql, plain, SQL_NULL, str } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { INTERVAL_UNITS, unitNanos } from './time-unit.ts';
import type { Zone } from './time-zone.ts';

const MINUTE = 60_000_000_000n;

/** Nanoseconds as the engine's date-time, shifted so that its UTC parts are the zone's parts. */
export const dateTime = (nanos: SqlExpr, zone: Zone): SqlExpr => {
  if (zone.kind === 'name') return call('fromUnixTimestamp64Nano', nanos, str(zone.name));
  const shifted = zone.minutes === 0 ? nanos : infix('+', nanos, int(BigInt(zone.minutes) * MINUTE));
  return call('fromUnixTimestamp64Nano', shifted, str('UTC'));
};

/** Ten years: what a written interval may add without a look whether the sum still fits. */
const SMALL = 315_576_000_000_000_000n;
const isSmall = (sql: SqlExpr): boolean => sql.kind === 'int' && sql.value <= SMALL && sql.value >= -SMALL;

/** The sum or difference of nanoseconds; null where the engine's own would run over the end and come out on the other side. */
export const addNanos = (op: '+' | '-', left: SqlExpr, right: SqlExpr): SqlExpr => {
  if (left.kind === 'int' && right.kind === 'int')
    return int(op === '+' ? left.value + right.value : left.value - right.value);
  if ((isSmall(left) && op === '+') || isSmall(right)) return infix(op, left, right);
  return call('accurateCastOrNull', infix(op, call('toInt128', left), call('toInt128', right)), str('Int64'));
};

/** The largest multiple of `size` not above `nanos`, for negative values too. Null when `size` is zero. */
export const floorTo = (nanos: SqlExpr, size: SqlExpr): SqlExpr =>
  infix(
    '-',
    nanos,
    call('positiveModulo', nanos, size.kind === 'int' && size.value !== 0n ? size : call('nullIf', size, int(0n))),
  );

/** Nanoseconds within the second, as nine digits. */
export const fractionDigits = (nanos: SqlExpr): SqlExpr =>
  call('leftPad', call('toString', call('positiveModulo', nanos, int(1_000_000_000n))), plain(9), str('0'));

/** ISO 8601 in UTC with nine digits: the text form of a timestamp. */
export const isoText = (nanos: SqlExpr): SqlExpr =>
  call(
    'concat',
    call('formatDateTime', call('fromUnixTimestamp64Nano', nanos, str('UTC')), str('%Y-%m-%dT%H:%i:%S')),
    str('.'),
    fractionDigits(nanos),
    str('Z'),
  );

/** Interval text whose largest unit is `scale`: `1h30m`, `5400s`. */
export const intervalToText = (nanos: SqlExpr, scale: string): SqlExpr => {
  const units = INTERVAL_UNITS.slice(INTERVAL_UNITS.findIndex((unit) => unit.name === scale));
  const size = call('abs', nanos);
  const parts = units.map((unit, index) => {
    const larger = units[index - 1];
    const rest = larger === undefined ? size : infix('%', size, int(larger.nanos));
    const count = call('intDiv', rest, int(unit.nanos));
    return iff(infix('>', count, plain(0)), call('concat', call('toString', count), str(unit.letters)), str(''));
  });
  const sign = iff(infix('<', nanos, plain(0)), str('-'), str(''));
  const last = units.at(-1)?.letters ?? 'ns';
  const written = iff(infix('=', nanos, plain(0)), str(`0${last}`), call('concat', sign, ...parts));
  return isLiteralSql(nanos) ? written : iff(call('isNull', nanos), SQL_NULL, written);
};

/** Nanoseconds of interval text (§1.9); null when the text is something else. */
export const textToInterval = (text: SqlExpr): SqlExpr => {
  const pattern = `\\A-?${INTERVAL_UNITS.map(({ letters }) => `(?:(\\d{1,19})${letters})?`).join('')}\\z`;
  const groups = call('extractGroups', call('ifNull', text, str('')), str(pattern));
  const total = INTERVAL_UNITS.map(
    ({ nanos }, index): SqlExpr =>
      infix('*', call('toInt128OrZero', call('arrayElement', groups, plain(index + 1))), int(nanos)),
  ).reduce((a, b) => infix('+', a, b));
  const signed = iff(call('startsWith', text, str('-')), call('negate', total), total);
  const wellFormed = infix('AND', call('match', text, str(pattern)), call('match', text, str('\\d')));
  return iff(wellFormed, call('accurateCastOrNull', signed, str('Int64')), SQL_NULL);
};

/** A month, day, hour, minute or second that no clock or calendar shows: the engine would carry it over. */
const CARRIED = '\\d{4}-(?:00|\\d\\d?-00)|[Tt ](?:2[4-9]|[3-9]\\d):|:[6-9]\\d(?:\\D|\\z)';
const YEAR_FIRST = '\\A\\s*\\d{4}-?\\d\\d?';
const TWO_NUMBERS = '\\d.*[^\\d].*\\d';

/** What the engine makes of a text that is meant to be a time in a zone; null where it makes something of nothing. */
export const bestEffort = (text: SqlExpr, zone: string): SqlExpr => {
  const looksLikeTime = call('match', text, str(`${YEAR_FIRST}|${TWO_NUMBERS}`));
  const sound = infix('AND', looksLikeTime, call('not', call('match', text, str(CARRIED))));
  const read = call('parseDateTime64BestEffortOrNull', iff(sound, text, str('')), plain(9), str(zone));
  return call('toUnixTimestamp64Nano', read);
};

/** Nanoseconds of a text in any usual form: digits by their number, otherwise ISO 8601 and its relatives. */
export const textToTimestamp = (text: SqlExpr): SqlExpr => {
  const digits = (count: number, factor: bigint): readonly [SqlExpr, SqlExpr] => [
    call('match', text, str(`\\A\\d{${count}}\\z`)),
    infix('*', call('toInt64OrNull', text), int(factor)),
  ];
  return call(
    'multiIf',
    ...digits(10, unitNanos('second')),
    ...digits(13, unitNanos('milli')),
    ...digits(16, unitNanos('micro')),
    ...digits(19, 1n),
    bestEffort(text, 'UTC'),
  );
};
