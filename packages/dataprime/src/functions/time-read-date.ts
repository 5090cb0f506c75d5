import { call, iff, infix, plain, SQL_NULL, str } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import type { Parts } from './time-read.ts';

const toInt = (text: SqlExpr): SqlExpr => call('toInt32OrZero', text);
const two = (text: SqlExpr): SqlExpr => call('leftPad', text, plain(2), str('0'));
const plus = (...terms: readonly SqlExpr[]): SqlExpr => terms.reduce((a, b) => infix('+', a, b));
const weeks = (number: SqlExpr): SqlExpr => infix('*', infix('-', number, plain(1)), plain(7));

/** The place of a name among names of three letters, from 1. */
const placeIn = (names: string, name: SqlExpr): SqlExpr =>
  plus(call('intDiv', call('position', str(names), call('lower', name)), plain(3)), plain(1));
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const WEEKDAYS = 'montuewedthufrisatsun';

/** Two digits of a year are one from 1970 to 2069, as POSIX nearly and chrono exactly has it. */
const fullYear = (short: SqlExpr, century: SqlExpr | null): SqlExpr =>
  call('concat', century ?? iff(infix('<', toInt(short), plain(70)), str('20'), str('19')), short);

const yearText = (parts: Parts): SqlExpr => {
  const year = parts('year') ?? parts('isoYear');
  if (year !== null) return year;
  const short = parts('shortYear') ?? parts('shortIsoYear');
  return short === null ? str('1970') : fullYear(short, parts('century'));
};

/** 1 for Monday to 7 for Sunday; the first day of a week where the text names none. */
const weekday = (parts: Parts, first: number): SqlExpr => {
  const [number, fromSunday, name] = [parts('weekday'), parts('weekdayFromSunday'), parts('weekdayName')];
  if (number !== null) return toInt(number);
  if (fromSunday !== null) return iff(infix('=', fromSunday, str('0')), plain(7), toInt(fromSunday));
  return name === null ? plain(first) : placeIn(WEEKDAYS, name);
};

/** A date some days after another one; null when it does not hold what it must. */
const dateText = (from: SqlExpr, days: SqlExpr, sound: (date: SqlExpr) => SqlExpr): SqlExpr => {
  const date = call('addDays', from, days);
  return iff(sound(date), call('formatDateTime', date, str('%Y-%m-%d')), SQL_NULL);
};

/** The date that the parts of a time name, as `2024-05-01`: by month and day, by day of the year or by week. */
export const readDate = (parts: Parts): SqlExpr => {
  const year = yearText(parts);
  const day = (text: string): SqlExpr =>
    call('parseDateTime64BestEffortOrNull', call('concat', year, str(text)), plain(9), str('UTC'));
  const first = day('-01-01');
  const sameYear = (date: SqlExpr): SqlExpr => infix('=', call('toYear', date), toInt(year));
  const dayOfYear = parts('dayOfYear');
  if (dayOfYear !== null) return dateText(first, infix('-', toInt(dayOfYear), plain(1)), sameYear);
  const isoWeek = parts('isoWeek');
  if (isoWeek !== null) {
    const fourth = day('-01-04');
    const monday = infix('-', plain(1), call('toDayOfWeek', fourth));
    const days = plus(monday, weeks(toInt(isoWeek)), infix('-', weekday(parts, 1), plain(1)));
    return dateText(fourth, days, (date) => infix('=', call('toISOWeek', date), toInt(isoWeek)));
  }
  const [fromMonday, fromSunday] = [parts('weekFromMonday'), parts('weekFromSunday')];
  if (fromMonday !== null) {
    const monday = infix('%', infix('-', plain(8), call('toDayOfWeek', first)), plain(7));
    return dateText(first, plus(monday, weeks(toInt(fromMonday)), infix('-', weekday(parts, 1), plain(1))), sameYear);
  }
  if (fromSunday !== null) {
    const sunday = infix('-', plain(7), call('toDayOfWeek', first));
    const days = plus(infix('%', sunday, plain(7)), weeks(toInt(fromSunday)), infix('%', weekday(parts, 7), plain(7)));
    return dateText(first, days, sameYear);
  }
  const [month, name, dayOfMonth] = [parts('month'), parts('monthName'), parts('day')];
  const monthText =
    month !== null ? two(month) : name !== null ? two(call('toString', placeIn(MONTHS, name))) : str('01');
  return call('concat', year, str('-'), monthText, str('-'), dayOfMonth === null ? str('01') : two(dayOfMonth));
};
