import { call, iff, infix, int, plain, SQL_NULL, str } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { EPOCH_FORMATS, type PatternToken, tokenizePattern } from './time-pattern.ts';
import { dateTime, fractionDigits, isoText } from './time-sql.ts';
import { offsetText, type Zone, zoneAbbreviations } from './time-zone.ts';

/** A specifier as text of the engine's own format, or as an expression of its own. */
type Piece = string | Computed;
type Computed = (nanos: SqlExpr, at: SqlExpr, zone: Zone) => SqlExpr;

const digits =
  (count: number, dot: string): Piece =>
  (nanos) =>
    call('concat', str(dot), call('substring', fractionDigits(nanos), plain(1), plain(count)));
/** Units since the epoch, rounded down. */
const wholeUnits = (nanos: SqlExpr, size: bigint): SqlExpr =>
  call('intDiv', infix('-', nanos, call('positiveModulo', nanos, int(size))), int(size));
const week =
  (mode: number): Piece =>
  (_nanos, at) =>
    call('leftPad', call('toString', call('toWeek', at, plain(mode))), plain(2), str('0'));

const offset =
  (colon: boolean): Piece =>
  (_nanos, at, zone) => {
    if (zone.kind === 'offset') return str(offsetText(zone.minutes, colon));
    const minutes = call('intDiv', call('timeZoneOffset', at), plain(60));
    const pair = (value: SqlExpr): SqlExpr => call('leftPad', call('toString', value), plain(2), str('0'));
    return call(
      'concat',
      iff(infix('<', minutes, plain(0)), str('-'), str('+')),
      pair(call('intDiv', call('abs', minutes), plain(60))),
      str(colon ? ':' : ''),
      pair(infix('%', call('abs', minutes), plain(60))),
    );
  };
/** The abbreviation that is in force; where there is none, the offset. */
const zoneName = (at: SqlExpr, zone: Zone): SqlExpr => {
  if (zone.kind === 'offset')
    return str(zone.abbreviation ?? (zone.minutes === 0 ? 'UTC' : offsetText(zone.minutes, true)));
  const minutes = call('intDiv', call('timeZoneOffset', at), plain(60));
  const arms = zoneAbbreviations(zone.name).flatMap(([offsetMinutes, text]) => [
    infix('=', minutes, int(BigInt(offsetMinutes))),
    str(text),
  ]);
  const written = call('formatDateTime', at, str('%z'));
  return arms.length === 0 ? written : call('multiIf', ...arms, written);
};
/** Fraction of 0, 3, 6 or 9 digits with its dot: as many as the value needs. */
const shortFraction: Piece = (nanos) => {
  const text = fractionDigits(nanos);
  const cut = (count: number): SqlExpr => call('concat', str('.'), call('substring', text, plain(1), plain(count)));
  return call(
    'multiIf',
    infix('=', text, str('000000000')),
    str(''),
    call('endsWith', text, str('000000')),
    cut(3),
    call('endsWith', text, str('000')),
    cut(6),
    cut(9),
  );
};

const native =
  (engine: string): Computed =>
  (_nanos, at) =>
    call('formatDateTime', at, str(engine));
const texts: ReadonlyMap<string, Piece> = new Map<string, Piece>([
  ['b', '%b'],
  ['h', '%b'],
  ['B', '%M'],
  ['A', '%W'],
  ['a', '%a'],
  ['p', '%p'],
  ['P', (_nanos, at) => call('lower', call('formatDateTime', at, str('%p')))],
  ['3f', digits(3, '')],
  ['6f', digits(6, '')],
  ['9f', digits(9, '')],
  ['.f', shortFraction],
  ['.3f', digits(3, '.')],
  ['.6f', digits(6, '.')],
  ['.9f', digits(9, '.')],
  ['z', offset(false)],
  [':z', offset(true)],
  ['Z', (_nanos, at, zone) => zoneName(at, zone)],
  ['t', '\t'],
  ['n', '\n'],
  ['%', '%%'],
]);

interface NumberPiece {
  /** With zeros up to the width. */
  readonly piece: Piece;
  readonly width: number;
  readonly fill: '0' | ' ';
}
const counted = (piece: Piece, width: number, fill: '0' | ' ' = '0'): NumberPiece => ({ piece, width, fill });

const numbers: ReadonlyMap<string, NumberPiece> = new Map<string, NumberPiece>([
  ['Y', counted('%Y', 4)],
  ['G', counted('%G', 4)],
  ['C', counted('%C', 2)],
  ['y', counted('%y', 2)],
  ['g', counted('%g', 2)],
  ['m', counted('%m', 2)],
  ['d', counted('%d', 2)],
  ['e', counted('%d', 2, ' ')],
  ['j', counted('%j', 3)],
  ['u', counted('%u', 1)],
  ['w', counted('%w', 1)],
  ['U', counted(week(0), 2)],
  ['W', counted(week(5), 2)],
  ['V', counted('%V', 2)],
  ['H', counted('%H', 2)],
  ['k', counted('%H', 2, ' ')],
  ['I', counted('%I', 2)],
  ['l', counted('%I', 2, ' ')],
  ['M', counted('%i', 2)],
  ['S', counted('%S', 2)],
  ['f', counted(digits(9, ''), 9)],
  ['s', counted((nanos) => call('toString', wholeUnits(nanos, 1_000_000_000n)), 1)],
]);

/** How a specifier is printed; null when nothing knows it, or when it is no number and its padding is told. */
const pieceOf = ({ text, padding }: PatternToken & { kind: 'specifier' }): Piece | null => {
  const number = numbers.get(text);
  if (number === undefined) return padding === '' ? (texts.get(text) ?? null) : null;
  const { piece, width } = number;
  const fill = padding === '' ? number.fill : padding === '_' ? ' ' : padding;
  if (fill === '0' || width === 1) return piece;
  const written = typeof piece === 'string' ? native(piece) : piece;
  return (nanos, at, zone) => {
    const bare = call('toString', call('toUInt32', written(nanos, at, zone)));
    return fill === '-' ? bare : call('leftPad', bare, plain(width), str(' '));
  };
};

/** What in a format cannot be printed, or null when all of it can. */
export const unsupportedSpecifier = (pattern: string): string | null => {
  const token = tokenizePattern(pattern).find((part) => part.kind === 'specifier' && pieceOf(part) === null);
  return token?.kind === 'specifier' ? `%${token.padding}${token.text}` : null;
};

/** Joins neighbouring pieces of the engine's own format into one call. */
const printPattern = (pattern: string, nanos: SqlExpr, at: SqlExpr, zone: Zone): SqlExpr => {
  const parts: SqlExpr[] = [];
  let engine = '';
  const flush = (): void => {
    if (engine !== '') parts.push(call('formatDateTime', at, str(engine)));
    engine = '';
  };
  for (const token of tokenizePattern(pattern)) {
    const piece = token.kind === 'text' ? token.text.replaceAll('%', '%%') : (pieceOf(token) ?? '');
    if (typeof piece === 'string') engine += piece;
    else {
      flush();
      parts.push(piece(nanos, at, zone));
    }
  }
  flush();
  if (parts.length === 0) return str('');
  return parts.length === 1 ? (parts[0] ?? SQL_NULL) : call('concat', ...parts);
};

/** The text of a timestamp in a format of §6.7. */
export const formatTimestampSql = (nanos: SqlExpr, format: string, zone: Zone): SqlExpr => {
  const epoch = EPOCH_FORMATS.get(format);
  if (epoch !== undefined) return call('toString', wholeUnits(nanos, epoch));
  const isUtc = zone.kind === 'offset' && zone.minutes === 0;
  if ((format === 'iso8601' || format === 'auto') && isUtc) return isoText(nanos);
  const at = dateTime(nanos, zone);
  if (format === 'iso8601' || format === 'auto') return printPattern('%Y-%m-%dT%H:%M:%S.%9f%:z', nanos, at, zone);
  if (format === 'iso8601bare') return printPattern('%Y-%m-%dT%H:%M:%S.%9f', nanos, at, zone);
  return printPattern(format, nanos, at, zone);
};
