import { Buffer } from 'node:buffer';
import { FORMATS, formatTime, PATTERNS, READABLE, readTime, TEXTS, toSeconds } from './time-formats.ts';
import type { Type, Value } from './values.ts';
import {
  compare,
  floorDivide,
  interval,
  intervalText,
  keyOf,
  parseInterval,
  sizeOf,
  timestamp,
  toText,
} from './values.ts';
import { holdsPhrase } from './words.ts';

/** `T` is string or number, the same in one call, and `Ts` an array of it. A list is what may be written there. */
export type Parameter = Type | 'T' | 'Ts' | readonly string[];
export interface Fn {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns: Type | 'T' | 'Ts';
  /** Arguments in order, none of them null unless `nulls`. */
  readonly run: (...args: never[]) => Value;
  readonly nulls: boolean;
  /** What is called on the result. */
  readonly after?: string;
}

const fn = (
  name: string,
  parameters: readonly Parameter[],
  returns: Fn['returns'],
  run: Fn['run'],
  nulls = false,
): Fn => ({ name, parameters, returns, run, nulls });

type Ns = { readonly ns: bigint };
type List = readonly Value[];
const finite = (value: number): Value => (Number.isFinite(value) ? value : null);
const chars = (text: string): readonly string[] => Array.from(text);
const has = (list: List, item: Value): boolean => list.some((other) => keyOf(other) === keyOf(item));
/** Null is no element of a set. */
const distinct = (list: List): List =>
  list.filter((item, at) => item !== null && list.findIndex((o) => keyOf(o) === keyOf(item)) === at);
const BLANK = /^[ \t\n\r\f\v]+/;
const BLANK_END = /[ \t\n\r\f\v]+$/;
const round = (value: number, digits = 0): number =>
  (Math.sign(value) * Math.floor(Math.abs(value) * 10 ** digits + 0.5)) / 10 ** digits;
const numberOf = (text: string): number => Number(text.replaceAll("'", ''));
const unit = (text: string): bigint => sizeOf(text.replaceAll("'", ''));
const quoted = (text: string): string => text.slice(1, -1);
const ints = ['0', '1', '2', '3', '5'];

const counts = [...ints, '-1', '2.7'];
const size = (text: string): number => Math.max(0, Math.trunc(Number(text)));
const cut = (s: string, n: string): string => chars(s).slice(0, size(n)).join('');
/** What is missing up to a number of characters: the first character of the filling, or a blank. */
const fill = (s: string, n: string, filling: string): string =>
  (chars(filling)[0] ?? ' ').repeat(Math.max(0, size(n) - chars(s).length));
/** Parts between delimiters; the characters where the delimiter is empty. */
const split = (s: string, delimiter: string): readonly string[] => (delimiter === '' ? chars(s) : s.split(delimiter));
const part1 = (parts: readonly string[], n: string): Value => parts[Math.trunc(Number(n)) - 1] ?? null;

const STRING_FUNCTIONS: readonly Fn[] = [
  fn('byteLength', ['string'], 'number', (s: string) => Buffer.byteLength(s)),
  fn('chr', ['number'], 'string', (n: number) => {
    const point = Math.trunc(n);
    return point < 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? null : String.fromCodePoint(point);
  }),
  fn('chr', [['65', '233', '8364', '128512', '55296', '1114112', '-1', '1e300']], 'string', (n: string) =>
    Number(n) > 1114111 || Number(n) < 0 || n === '55296' ? null : String.fromCodePoint(Number(n)),
  ),
  fn('codepoint', ['string'], 'number', (s: string) => (chars(s).length === 1 ? (s.codePointAt(0) ?? null) : null)),
  fn('concat', ['any', 'any'], 'string', (a: Value, b: Value) => `${toText(a)}${toText(b)}`),
  fn('contains', ['string', 'string'], 'bool', (a: string, b: string) => a.includes(b)),
  fn('startsWith', ['string', 'string'], 'bool', (a: string, b: string) => a.startsWith(b)),
  fn('endsWith', ['string', 'string'], 'bool', (a: string, b: string) => a.endsWith(b)),
  fn('indexOf', ['string', 'string'], 'number', (a: string, b: string) =>
    a.includes(b) ? chars(a.slice(0, a.indexOf(b))).length : -1,
  ),
  fn('length', ['string'], 'number', (s: string) => chars(s).length),
  fn('trim', ['string'], 'string', (s: string) => s.replace(BLANK, '').replace(BLANK_END, '')),
  fn('ltrim', ['string'], 'string', (s: string) => s.replace(BLANK, '')),
  fn('rtrim', ['string'], 'string', (s: string) => s.replace(BLANK_END, '')),
  fn('toLowerCase', ['string'], 'string', (s: string) => s.toLowerCase()),
  fn('toUpperCase', ['string'], 'string', (s: string) => s.toUpperCase()),
  fn(
    'matches',
    ['string', ['/[a-z]+/', '/\\d+/', '/.*[aá].*/', '/(?<x>t)rue|a/', '/\\S*/']],
    'bool',
    (s: string, r: string) => new RegExp(`^(?:${r.slice(1, -1)})$`, 'u').test(s),
  ),
  fn('padLeft', ['string', counts, 'string'], 'string', (s: string, n: string, f: string) => fill(s, n, f) + cut(s, n)),
  fn(
    'padRight',
    ['string', counts, 'string'],
    'string',
    (s: string, n: string, f: string) => cut(s, n) + fill(s, n, f),
  ),
  fn(
    'pad',
    ['string', ints, ["'0'", "' '"]],
    'string',
    (s: string, n: string, f: string) => fill(s, n, quoted(f)) + cut(s, n),
  ),
  fn('splitParts', ['string', 'string', counts], 'string', (s: string, d: string, n: string) => part1(split(s, d), n)),
  fn('splitParts', ['string', ["'-'", "' '", "'a'"], 'number'], 'string', (s: string, d: string, n: number) =>
    part1(split(s, quoted(d)), String(n)),
  ),
  fn('regexpSplitParts', ['string', ['/[ -]+/', '/\\d/'], ints], 'string', (s: string, d: string, n: string) =>
    Number(n) < 1 ? null : (s.split(new RegExp(d.slice(1, -1), 'u'))[Number(n) - 1] ?? null),
  ),
  fn('substr', ['string', counts, counts], 'string', (s: string, from: string, n: string) =>
    chars(s)
      .slice(size(from), size(from) + size(n))
      .join(''),
  ),
  fn('substr', ['string', 'number', 'number'], 'string', (s: string, from: number, n: number) =>
    chars(s)
      .slice(size(String(from)), size(String(from)) + size(String(n)))
      .join(''),
  ),
  fn('substr', ['string', ints], 'string', (s: string, from: string) => chars(s).slice(Number(from)).join('')),
  fn('textSearch', ['any', ["'a'", "'tool call'", "'payment failed'", "'7'", "'б'"]], 'bool', (v: Value, p: string) =>
    holdsPhrase(v, quoted(p)),
  ),
  fn('encodeBase64', ['string'], 'string', (s: string) => Buffer.from(s).toString('base64')),
  fn(
    'decodeBase64',
    [["'YQ=='", "'w6k='", "'a'", "'%%'"]],
    'string',
    (s: string) => ({ YQ: 'a', w6: 'é' })[quoted(s).slice(0, 2)] ?? null,
  ),
  fn('isUuid', ['string'], 'bool', () => false),
  fn('urlEncode', ['string'], 'string', (s: string) => encodeURIComponent(s).replaceAll("'", '%27')),
];

const IP = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const ip = (text: string): number => text.split('.').reduce((total, part) => total * 256 + Number(part), 0);

/** Exact where the exponent is a whole number, as a quotient of logarithms is not. */
const logarithm = (base: number, x: number): number => {
  const quotient = Math.log(x) / Math.log(base);
  return base ** Math.round(quotient) === x ? Math.round(quotient) : quotient;
};

const rounded = (x: number): Value => (Number.isFinite(x) ? round(x, 6) : null);
/** The last place of a logarithm is no matter of the language: two libraries differ in it, which a text of it would show. */
const toSixDigits = (logarithmOf: Fn): Fn => ({ ...logarithmOf, after: '.round(6)' });

const NUMBER_FUNCTIONS: readonly Fn[] = [
  fn('abs', ['number'], 'number', (x: number) => Math.abs(x)),
  fn('ceil', ['number'], 'number', (x: number) => Math.ceil(x)),
  fn('floor', ['number'], 'number', (x: number) => Math.floor(x)),
  fn('sqrt', ['number'], 'number', (x: number) => finite(Math.sqrt(x))),
  toSixDigits(fn('ln', ['number'], 'number', (x: number) => rounded(Math.log(x)))),
  toSixDigits(fn('log2', ['number'], 'number', (x: number) => rounded(Math.log2(x)))),
  toSixDigits(
    fn('log', [['2', '10', '3', '5', '1', '0.5'], 'number'], 'number', (b: string, x: number) =>
      rounded(logarithm(Number(b), x)),
    ),
  ),
  fn('round', ['number'], 'number', (x: number) => round(x)),
  fn('round', ['number', ['1', '2', '-1']], 'number', (x: number, d: string) => round(x, Number(d))),
  fn('mod', ['number', 'number'], 'number', (x: number, y: number) => (y === 0 ? null : x % y)),
  fn('power', ['number', ['0', '2', '-1', '0.5']], 'number', (x: number, y: string) => finite(x ** Number(y))),
  fn('max', ['number', 'number', 'number'], 'number', (...xs: number[]) => Math.max(...xs)),
  fn('min', ['number', 'number'], 'number', (...xs: number[]) => Math.min(...xs)),
  fn('sum', ['number', 'number', 'number'], 'number', (...xs: number[]) => xs.reduce((a, b) => a + b)),
  fn('fromBase', ['string', ['2', '16', '36']], 'number', (s: string, radix: string) => {
    const digits = chars(s.toLowerCase()).map((c) => '0123456789abcdefghijklmnopqrstuvwxyz'.indexOf(c));
    return digits.length === 0 || digits.some((d) => d < 0 || d >= Number(radix))
      ? null
      : digits.reduce((total, d) => total * Number(radix) + d, 0);
  }),
  fn(
    'toBase',
    [
      ['255', '-10', '0', '1000000', '9007199254740991', '-0.5'],
      ['2', '7', '16', '36'],
    ],
    'string',
    (n: string, radix: string) => (Math.trunc(Number(n)) + 0).toString(Number(radix)),
  ),
  fn('ipInSubnet', ['string', ["'10.0.0.0/8'", "'192.168.7.8/31'", "'0.0.0.0/0'"]], 'bool', (s: string, p: string) => {
    const [net = '', bits = ''] = quoted(p).split('/');
    const size = 2 ** (32 - Number(bits));
    return IP.test(s) ? Math.floor(ip(s) / size) === Math.floor(ip(net) / size) : null;
  }),
  fn(
    'ipInRange',
    ['string', ["'10.1.2.3'"], ["'10.1.2.3'", "'193.0.0.0'"]],
    'bool',
    (s: string, a: string, b: string) => (IP.test(s) ? ip(s) >= ip(quoted(a)) && ip(s) <= ip(quoted(b)) : null),
  ),
  fn('ipPrefix', ['string', ['8', '16', '24']], 'string', (s: string, bits: string) =>
    IP.test(s)
      ? `${s
          .split('.')
          .map((part, at) => (at < Number(bits) / 8 ? part : '0'))
          .join('.')}/${bits}`
      : null,
  ),
];

const dateOf = (t: Ns, minutes = 0): Date => new Date(Number(floorDivide(t.ns, 1_000_000n)) + minutes * 60_000);
const dayOfYear = (date: Date): number =>
  Math.round(
    (Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) - Date.UTC(date.getUTCFullYear(), 0, 1)) /
      864e5,
  ) + 1;
const isoWeek = (date: Date): number => {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 864e5);
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
};
const positive = (a: bigint, b: bigint): bigint => ((a % b) + b) % b;
const part = (t: Ns, name: string, minutes = 0): number => {
  const date = dateOf(t, minutes);
  switch (quoted(name)) {
    case 'year':
      return date.getUTCFullYear();
    case 'M':
      return date.getUTCMonth() + 1;
    case 'week':
      return isoWeek(date);
    case 'doy':
      return dayOfYear(date);
    case 'day_of_week':
      return date.getUTCDay() || 7;
    case 'd':
      return date.getUTCDate();
    case 'hour':
      return date.getUTCHours();
    case 'minute':
      return date.getUTCMinutes();
    case 's':
      return Number(positive(t.ns, 60_000_000_000n)) / 1e9;
    default:
      return Number(positive(t.ns, 1_000_000_000n)) / 1e6;
  }
};
const quotes = (texts: readonly string[]): readonly string[] => texts.map((text) => `'${text}'`);
const PARTS = ["'year'", "'M'", "'week'", "'doy'", "'day_of_week'", "'d'", "'hour'", "'minute'", "'s'", "'ms'"];
const UNITS = ["'d'", "'h'", "'m'", "'s'", "'ms'"];
/** To the nearest nanosecond, halves to the even one. */
const whole = (value: number): Value => {
  const up = Math.round(value);
  const nearest = Math.abs(value % 1) === 0.5 && up % 2 !== 0 ? up - 1 : up;
  return Math.abs(value) < 9e18 ? interval(BigInt(nearest)) : null;
};
const floorTo = (t: Ns, size: bigint): Value => timestamp(t.ns - positive(t.ns, size));
const LENGTHS = ['1h', '15m', '7s', '1d', '250ms'];
const lengthOf = (text: string): bigint => (parseInterval(text) as Ns).ns;

const TIME_FUNCTIONS: readonly Fn[] = [
  fn('addTime', ['timestamp', 'interval'], 'timestamp', (t: Ns, i: Ns) => timestamp(t.ns + i.ns)),
  fn('subtractTime', ['timestamp', 'interval'], 'timestamp', (t: Ns, i: Ns) => timestamp(t.ns - i.ns)),
  fn('diffTime', ['timestamp', 'timestamp'], 'interval', (to: Ns, from: Ns) => interval(to.ns - from.ns)),
  fn('addInterval', ['interval', 'interval'], 'interval', (a: Ns, b: Ns) => interval(a.ns + b.ns)),
  fn('subtractInterval', ['interval', 'interval'], 'interval', (a: Ns, b: Ns) => interval(a.ns - b.ns)),
  fn('multiplyInterval', ['interval', ['2', '-1', '1.5']], 'interval', (i: Ns, x: string) =>
    whole(Number(i.ns) * Number(x)),
  ),
  fn('divideInterval', ['interval', ['2', '4', '0']], 'interval', (i: Ns, x: string) =>
    Number(x) === 0 ? null : whole(Number(i.ns) / Number(x)),
  ),
  fn('roundTime', ['timestamp', LENGTHS], 'timestamp', (t: Ns, size: string) => floorTo(t, lengthOf(size))),
  fn('roundInterval', ['interval', UNITS], 'interval', (i: Ns, name: string) =>
    interval((i.ns / unit(name)) * unit(name)),
  ),
  fn('toInterval', [['1', '1.5', '-2', '0'], UNITS], 'interval', (n: string, name: string) =>
    whole(numberOf(n) * Number(unit(name))),
  ),
  fn('toTimeUnit', ['interval', UNITS], 'number', (i: Ns, name: string) => Number(i.ns) / Number(unit(name))),
  fn('parseInterval', ['string'], 'interval', (s: string) => parseInterval(s)),
  fn('formatInterval', ['interval', UNITS], 'string', (i: Ns, name: string) =>
    i.ns === 0n ? '0ns' : intervalText(i.ns, quoted(name)),
  ),
  fn('formatTimestamp', ['timestamp', quotes(FORMATS)], 'string', (t: Ns, f: string) => formatTime(t, quoted(f))),
  fn('formatTimestamp', ['timestamp', quotes(FORMATS), ["'+0530'", "'-11'"]], 'string', (t: Ns, f: string, z: string) =>
    formatTime(t, quoted(f), z === "'-11'" ? -660 : 330),
  ),
  fn('formatTimestamp', ['timestamp', ["'timestamp_second'"]], 'string', (t: Ns) =>
    String(floorDivide(t.ns, 1_000_000_000n)),
  ),
  ...READABLE.map((pattern) => ({
    ...fn('formatTimestamp', ['timestamp', [`'${pattern}'`]], 'timestamp', (t: Ns) => toSeconds(t)),
    after: `.parseTimestamp('${pattern}')`,
  })),
  fn('parseTimestamp', [quotes(TEXTS), quotes(PATTERNS)], 'timestamp', (text: string, pattern: string) =>
    readTime(quoted(text), [quoted(pattern)]),
  ),
  fn(
    'parseTimestamp',
    [quotes(TEXTS), quotes(PATTERNS.map((pattern, at) => `${pattern}|${PATTERNS[at - 1] ?? '%H'}`))],
    'timestamp',
    (text: string, patterns: string) => readTime(quoted(text), quoted(patterns).split('|')),
  ),
  fn('fromUnixTime', ['number', ["'s'", "'ms'"]], 'timestamp', (x: number, name: string) => {
    const ns = Math.floor(x * Number(unit(name)));
    return Math.abs(ns) < 9e18 ? timestamp(BigInt(ns)) : null;
  }),
  fn('toUnixTime', ['timestamp', UNITS], 'number', (t: Ns, name: string) => Number(floorDivide(t.ns, unit(name)))),
  fn('extractTime', ['timestamp', PARTS], 'number', (t: Ns, name: string) => part(t, name)),
  fn(
    'extractTime',
    ['timestamp', PARTS.slice(0, 8), ["'+02:00'", "'-0330'"]],
    'number',
    (t: Ns, name: string, tz: string) => part(t, name, tz === "'+02:00'" ? 120 : -210),
  ),
];

const sorted = (list: List): List => list.toSorted((a, b) => compare(a, b));
const insert = (list: List, at: string, item: Value): List =>
  Number(at) <= list.length ? [...list.slice(0, Number(at)), item, ...list.slice(Number(at))] : list;
const without = (a: List, b: List): List => distinct(a.filter((item) => !has(b, item)));
const subset = (a: List, b: List): boolean => a.every((item) => item === null || has(b, item));
const set = (list: List): Value => sorted(distinct(list));

const ARRAY_FUNCTIONS: readonly Fn[] = [
  fn('arrayLength', ['strings'], 'number', (a: List) => a.length),
  fn('isEmpty', ['numbers'], 'bool', (a: List) => a.length === 0),
  fn('cardinality', ['Ts'], 'number', (a: List) => distinct(a).length),
  fn('arrayContains', ['Ts', 'T'], 'bool', (a: List, x: Value) => has(a, x)),
  fn('inArray', ['T', 'Ts'], 'bool', (x: Value, a: List) => has(a, x)),
  fn('arrayAppend', ['Ts', 'T'], 'Ts', (a: List, x: Value) => [...a, x]),
  fn('arrayConcat', ['Ts', 'Ts'], 'Ts', (a: List, b: List) => [...a, ...b]),
  fn('arrayInsertAt', ['Ts', ints, 'T'], 'Ts', insert),
  fn('arrayInsertAt', ['Ts', 'number', 'T'], 'Ts', (a: List, at: number, x: Value) =>
    Math.trunc(at) >= 0 ? insert(a, String(Math.trunc(at)), x) : a,
  ),
  fn('arrayRemove', ['Ts', 'T'], 'Ts', (a: List, x: Value) => a.filter((item) => keyOf(item) !== keyOf(x))),
  fn('arrayRemoveAt', ['Ts', ints], 'Ts', (a: List, at: string) => a.filter((_, index) => index !== Number(at))),
  fn('arrayReplaceAll', ['Ts', 'T', 'T'], 'Ts', (a: List, x: Value, y: Value) =>
    a.map((item) => (keyOf(item) === keyOf(x) ? y : item)),
  ),
  fn('arrayReplaceAt', ['Ts', ints, 'T'], 'Ts', (a: List, at: string, x: Value) =>
    a.map((item, index) => (index === Number(at) ? x : item)),
  ),
  fn('arraySort', ['Ts', ['true', 'false'], ['true', 'false']], 'Ts', (a: List, desc: string, first: string) => {
    const nulls = a.filter((item) => item === null);
    const rest = sorted(a.filter((item) => item !== null));
    const ordered = desc === 'true' ? rest.toReversed() : rest;
    return first === 'true' ? [...nulls, ...ordered] : [...ordered, ...nulls];
  }),
  fn('arrayJoin', ['Ts', 'string'], 'string', (a: List, d: string) =>
    a
      .map(toText)
      .filter((x) => x !== null)
      .join(d),
  ),
  fn('arraySplit', ['string', ['/[ -]+/']], 'strings', (s: string) => s.split(/[ -]+/)),
  fn('arraySplit', ['string', 'string'], 'strings', split),
  fn('isSubset', ['Ts', 'Ts'], 'bool', subset),
  fn('isSuperset', ['Ts', 'Ts'], 'bool', (a: List, b: List) => subset(b, a)),
  fn('setEqualsTo', ['Ts', 'Ts'], 'bool', (a: List, b: List) => subset(a, b) && subset(b, a)),
  fn('setUnion', ['Ts', 'Ts'], 'Ts', (a: List | null, b: List | null) => set([...(a ?? []), ...(b ?? [])]), true),
  fn(
    'setIntersection',
    ['Ts', 'Ts'],
    'Ts',
    (a: List | null, b: List | null) => set((a ?? []).filter((item) => has(b ?? [], item))),
    true,
  ),
  fn('setDiff', ['Ts', 'Ts'], 'Ts', (a: List, b: List) => set(without(a, b))),
  fn('setDiffSymmetric', ['Ts', 'Ts'], 'Ts', (a: List, b: List) => set([...without(a, b), ...without(b, a)])),
];

const GENERAL_FUNCTIONS: readonly Fn[] = [
  fn('firstNonNull', ['T', 'T', 'T'], 'T', (...items: Value[]) => items.find((item) => item !== null) ?? null, true),
  fn('firstNonNull', ['Ts', 'Ts'], 'Ts', (...items: Value[]) => items.find((item) => item !== null) ?? null, true),
  fn('if', ['bool', 'T', 'T'], 'T', (c: boolean | null, a: Value, b: Value) => (c === true ? a : b), true),
  fn('if', ['bool', 'T'], 'T', (c: boolean | null, a: Value) => (c === true ? a : null), true),
  fn('if', ['bool', 'Ts', 'Ts'], 'Ts', (c: boolean | null, a: Value, b: Value) => (c === true ? a : b), true),
  fn('in', ['T', 'T', 'T'], 'bool', (x: Value, ...of: Value[]) => of.some((other) => keyOf(other) === keyOf(x))),
  fn('in', ['string', ["'a'", "'true'"], ["'b'", "''"]], 'bool', (x: string, ...of: string[]) =>
    of.map(quoted).includes(x),
  ),
  fn('in', ['number', ['1', '0.5'], ['200', '-1']], 'bool', (x: number, ...of: string[]) => of.map(Number).includes(x)),
];

export const SET_FUNCTIONS: ReadonlySet<string> = new Set([
  'setUnion',
  'setIntersection',
  'setDiff',
  'setDiffSymmetric',
]);

/** What each function does, by its description and not by its compiler. */
export const FUNCTIONS: readonly Fn[] = [
  ...STRING_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...TIME_FUNCTIONS,
  ...ARRAY_FUNCTIONS,
  ...GENERAL_FUNCTIONS,
];
