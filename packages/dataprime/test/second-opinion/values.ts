/** A value of DataPrime, as plainly as it can be held. */
export type Value =
  | null
  | string
  | number
  | boolean
  | { readonly is: 'timestamp'; readonly ns: bigint }
  | { readonly is: 'interval'; readonly ns: bigint }
  | { readonly is: 'severity'; readonly code: number }
  | readonly Value[]
  | Tree;
export interface Tree {
  readonly is?: undefined;
  readonly [key: string]: Value | undefined;
}

/** `any`: only the data knows; `strings` and `numbers` are arrays of these. */
export type Type =
  | 'string'
  | 'number'
  | 'bool'
  | 'timestamp'
  | 'interval'
  | 'severity'
  | 'strings'
  | 'numbers'
  | 'object'
  | 'any';

export const isArray = (value: Value): value is readonly Value[] => Array.isArray(value);
export const isTree = (value: Value | undefined): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && (value as Tree).is === undefined;
/** Nanoseconds are 64 bits; what does not fit cannot be computed. */
const fits = (ns: bigint): boolean => BigInt.asIntN(64, ns) === ns;
export const timestamp = (ns: bigint): Value => (fits(ns) ? { is: 'timestamp', ns } : null);
export const interval = (ns: bigint): Value => (fits(ns) ? { is: 'interval', ns } : null);
export const LABELS: readonly string[] = ['Debug', 'Verbose', 'Info', 'Warning', 'Error', 'Critical'];

const SIZES: readonly (readonly [string, bigint])[] = [
  ['d', 86_400_000_000_000n],
  ['h', 3_600_000_000_000n],
  ['m', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1_000n],
  ['ns', 1n],
];
export const sizeOf = (unit: string): bigint => SIZES.find(([letters]) => letters === unit)?.[1] ?? 1n;

/** `1d2h` and the like; `largest` is the largest unit that may show. */
export const intervalText = (ns: bigint, largest = 'd'): string => {
  let rest = ns < 0n ? -ns : ns;
  let text = '';
  for (const [letters, size] of SIZES.slice(SIZES.findIndex(([letters]) => letters === largest))) {
    if (rest / size > 0n) text += `${rest / size}${letters}`;
    rest %= size;
  }
  return text === '' ? '0ns' : ns < 0n ? `-${text}` : text;
};

export const parseInterval = (text: string): Value => {
  const found = /^-?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?(?:\d+us)?(?:\d+ns)?$/.exec(text);
  if (found === null || !/\d/.test(text)) return null;
  let total = 0n;
  for (const [, count, letters] of text.matchAll(/(\d+)([a-z]+)/g)) total += BigInt(count ?? 0) * sizeOf(letters ?? '');
  return interval(text.startsWith('-') ? -total : total);
};

/** ISO 8601, the one form the data here has; anything else is no time. */
export const parseTimestamp = (text: string): Value => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as number[];
  if ((minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0));
  if (at.getUTCMonth() + 1 !== month || at.getUTCDate() !== day || at.getUTCHours() !== (hour ?? 0)) return null;
  const zone = parts[8] === undefined || parts[8] === 'Z' ? '+00:00' : parts[8];
  const offset = Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  const nanos = BigInt((parts[7] ?? '').padEnd(9, '0'));
  return timestamp(BigInt(at.getTime() - offset * 60_000) * 1_000_000n + nanos);
};

export const floorDivide = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b;

export const timestampText = (ns: bigint): string => {
  const millis = floorDivide(ns, 1_000_000n);
  const rest = ns - millis * 1_000_000n;
  return `${new Date(Number(millis)).toISOString().slice(0, -1)}${String(rest).padStart(6, '0')}Z`;
};

/** What JSON can hold of a value: times, intervals and severities as their text. */
export const toJson = (value: Value | undefined): Value => {
  if (value === null || value === undefined || typeof value !== 'object') return value ?? null;
  if (isArray(value)) return value.map(toJson);
  if (isTree(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
  return toText(value);
};

/** A cast to `string`. */
export const toText = (value: Value): string | null => {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isArray(value) || isTree(value)) return JSON.stringify(toJson(value));
  if (value.is === 'timestamp') return timestampText(value.ns);
  if (value.is === 'interval') return intervalText(value.ns);
  return LABELS[value.code - 1] ?? null;
};

const parseNumber = (text: string): number | null =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : null;
/** Nanoseconds are 64 bits. */
const nanos = (number: number): bigint | null => (Math.abs(number) < 2 ** 63 ? BigInt(Math.trunc(number)) : null);

const fromNumber = (value: Value, make: (ns: bigint) => Value): Value => {
  const ns = typeof value === 'number' ? nanos(value) : null;
  return ns === null ? null : make(ns);
};

/** A cast: what cannot be converted is null (§2.3). */
export const cast = (value: Value, type: Type): Value => {
  if (value === null) return null;
  const is = typeof value === 'object' && !isArray(value) && value.is !== undefined ? value.is : typeof value;
  switch (type) {
    case 'string':
      return toText(value);
    case 'number':
      if (typeof value === 'number') return value;
      if (typeof value === 'string') return parseNumber(value);
      if (typeof value === 'boolean') return value ? 1 : 0;
      if (isArray(value) || isTree(value)) return null;
      return value.is === 'severity' ? value.code : Number(value.ns);
    case 'bool':
      return typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : null;
    case 'timestamp':
      if (is === 'timestamp') return value;
      if (typeof value === 'string') return parseTimestamp(value);
      return fromNumber(value, timestamp);
    case 'interval':
      if (is === 'interval') return value;
      if (typeof value === 'string') return parseInterval(value);
      return fromNumber(value, interval);
    case 'severity':
    case 'strings':
    case 'numbers':
    case 'object':
    case 'any':
      return as(value, type);
  }
};

/** A value used as a type without a cast: what is stored as another type is null. JSON has no times, so those are read. */
export const as = (value: Value, type: Type): Value => {
  if (value === null) return null;
  switch (type) {
    case 'string':
    case 'number':
      return typeof value === type ? value : null;
    case 'bool':
      return typeof value === 'boolean' ? value : null;
    case 'timestamp':
    case 'interval':
      return cast(value, type);
    case 'severity':
      return isTree(value) || isArray(value) || typeof value !== 'object' ? null : value;
    case 'strings':
    case 'numbers':
      return isArray(value) ? value.map((item) => as(item, type === 'strings' ? 'string' : 'number')) : null;
    case 'object':
      return isTree(value) ? value : null;
    case 'any':
      return value;
  }
};

/** One text for each value that differs from every other: the key of a group. */
export const keyOf = (value: Value): string => {
  if (typeof value === 'number') return String(value + 0);
  if (typeof value === 'object' && value !== null && !isArray(value) && !isTree(value))
    return `${value.is} ${toText(value)}`;
  return JSON.stringify(toJson(value));
};

const ranked = (value: Value): readonly [rank: number, value: number | bigint] | readonly [rank: 1, value: string] => {
  if (typeof value === 'number') return [0, value];
  if (typeof value === 'string') return [1, value];
  if (typeof value === 'boolean') return [2, value ? 1 : 0];
  if (value === null || isArray(value) || isTree(value)) return [3, 0];
  return [0, value.is === 'severity' ? value.code : value.ns];
};
const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Below zero, zero or above it; numbers before text before truth values where types are mixed. */
export const compare = (a: Value, b: Value): number => {
  const [left, right] = [ranked(a), ranked(b)];
  if (left[0] !== right[0]) return left[0] - right[0];
  if (typeof left[1] === 'string' || typeof right[1] === 'string')
    return compareText(String(left[1]), String(right[1]));
  return left[1] < right[1] ? -1 : left[1] > right[1] ? 1 : 0;
};

/** Whether two values with an order or without one are the same; null when one is null. */
export const equal = (a: Value, b: Value): boolean | null => (a === null || b === null ? null : keyOf(a) === keyOf(b));
