import { call, iff, infix, int, plain, SQL_NULL, str } from '../compile/sql-build.ts';
import type { SqlExpr } from '../compile/sql-tree.ts';
import { dateTime, fractionDigits, isoText } from './time-sql.ts';
import { offsetText, type Zone } from './time-zone.ts';

/** A specifier as text of the engine's own format, or as an expression of its own. */
type Piece = string | ((nanos: SqlExpr, at: SqlExpr, zone: Zone) => SqlExpr);

const spaced =
  (engine: string): Piece =>
  (_nanos, at) => {
    const text = call('formatDateTime', at, str(engine));
    return iff(call('startsWith', text, str('0')), call('concat', str(' '), call('substring', text, plain(2))), text);
  };
const digits =
  (count: number, dot: string): Piece =>
  (nanos) =>
    call('concat', str(dot), call('substring', fractionDigits(nanos), plain(1), plain(count)));
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

/** The specifiers of Rust's chrono (§6.7), which DataPrime follows. */
const SPECIFIERS: ReadonlyMap<string, Piece> = new Map<string, Piece>([
  ['Y', '%Y'],
  ['G', '%G'],
  ['C', '%C'],
  ['y', '%y'],
  ['g', '%g'],
  ['m', '%m'],
  ['b', '%b'],
  ['h', '%b'],
  ['B', '%M'],
  ['d', '%d'],
  ['e', spaced('%d')],
  ['j', '%j'],
  ['u', '%u'],
  ['w', '%w'],
  ['A', '%W'],
  ['a', '%a'],
  ['U', week(0)],
  ['W', week(5)],
  ['V', '%V'],
  ['D', '%m/%d/%y'],
  ['x', '%m/%d/%y'],
  ['F', '%Y-%m-%d'],
  ['H', '%H'],
  ['k', spaced('%H')],
  ['I', '%I'],
  ['l', spaced('%I')],
  ['M', '%i'],
  ['S', '%S'],
  ['p', '%p'],
  ['P', (_nanos, at) => call('lower', call('formatDateTime', at, str('%p')))],
  ['f', digits(9, '')],
  ['3f', digits(3, '')],
  ['6f', digits(6, '')],
  ['9f', digits(9, '')],
  ['.f', shortFraction],
  ['.3f', digits(3, '.')],
  ['.6f', digits(6, '.')],
  ['.9f', digits(9, '.')],
  ['R', '%H:%i'],
  ['T', '%H:%i:%S'],
  ['X', '%H:%i:%S'],
  ['r', '%I:%i:%S %p'],
  ['z', offset(false)],
  [':z', offset(true)],
  ['t', '\t'],
  ['n', '\n'],
  ['%', '%%'],
  [
    's',
    (nanos) =>
      call(
        'toString',
        call('intDiv', infix('-', nanos, call('positiveModulo', nanos, int(1_000_000_000n))), int(1_000_000_000n)),
      ),
  ],
  [
    'Z',
    (_nanos, at, zone) =>
      zone.kind === 'name'
        ? call('formatDateTime', at, str('%z'))
        : str(zone.minutes === 0 ? 'UTC' : offsetText(zone.minutes, true)),
  ],
]);
const COMPOSED: ReadonlyMap<string, string> = new Map([
  ['c', '%a %b %e %H:%M:%S %Y'],
  ['v', '%e-%b-%Y'],
  ['+', '%Y-%m-%dT%H:%M:%S%.f%:z'],
]);

const EPOCH: ReadonlyMap<string, bigint> = new Map([
  ['timestamp_second', 1_000_000_000n],
  ['timestamp_milli', 1_000_000n],
  ['timestamp_micro', 1_000n],
  ['timestamp_nano', 1n],
]);
export const EPOCH_FORMATS: ReadonlyMap<string, bigint> = EPOCH;

/** One token of a pattern: text as it is, or a specifier without its percent sign. */
export interface PatternToken {
  readonly kind: 'text' | 'specifier';
  readonly text: string;
}

/** A strftime pattern cut into tokens; combined specifiers are written out. */
export const tokenizePattern = (pattern: string): readonly PatternToken[] => {
  const tokens: PatternToken[] = [];
  for (const [token] of pattern.matchAll(/%(?:[-_0]?(?:\.[369]f|\.f|[369]f|:z|[A-Za-z%+]))|[^%]+|%/g)) {
    const name = token.slice(1);
    const composed = COMPOSED.get(name);
    if (token.startsWith('%') && composed !== undefined) tokens.push(...tokenizePattern(composed));
    else tokens.push(token.startsWith('%') ? { kind: 'specifier', text: name } : { kind: 'text', text: token });
  }
  return tokens;
};

/** What in a format cannot be printed, or null when all of it can. */
export const unsupportedSpecifier = (pattern: string): string | null => {
  const token = tokenizePattern(pattern).find(({ kind, text }) => kind === 'specifier' && !SPECIFIERS.has(text));
  return token === undefined ? null : `%${token.text}`;
};

/** Joins neighbouring pieces of the engine's own format into one call. */
const printPattern = (pattern: string, nanos: SqlExpr, at: SqlExpr, zone: Zone): SqlExpr => {
  const parts: SqlExpr[] = [];
  let native = '';
  const flush = (): void => {
    if (native !== '') parts.push(call('formatDateTime', at, str(native)));
    native = '';
  };
  for (const token of tokenizePattern(pattern)) {
    const piece = token.kind === 'text' ? token.text.replaceAll('%', '%%') : (SPECIFIERS.get(token.text) ?? '');
    if (typeof piece === 'string') native += piece;
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
  const epoch = EPOCH.get(format);
  if (epoch !== undefined)
    return call('toString', call('intDiv', infix('-', nanos, call('positiveModulo', nanos, int(epoch))), int(epoch)));
  const isUtc = zone.kind === 'offset' && zone.minutes === 0;
  if ((format === 'iso8601' || format === 'auto') && isUtc) return isoText(nanos);
  const at = dateTime(nanos, zone);
  if (format === 'iso8601' || format === 'auto') return printPattern('%Y-%m-%dT%H:%M:%S.%9f%:z', nanos, at, zone);
  if (format === 'iso8601bare') return printPattern('%Y-%m-%dT%H:%M:%S.%9f', nanos, at, zone);
  return printPattern(format, nanos, at, zone);
};
