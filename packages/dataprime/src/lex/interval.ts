/** Largest first: the parts of an interval follow this order. */
const UNITS: readonly (readonly [string, bigint])[] = [
  ['w', 604_800_000_000_000n],
  ['d', 86_400_000_000_000n],
  ['h', 3_600_000_000_000n],
  ['m', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1_000n],
  ['ns', 1n],
];
const NANOS_MAX = 9_223_372_036_854_775_807n;
/** Enough for the largest count of nanoseconds; more digits cannot fit. */
const digitsMax = 19;

export type IntervalReading =
  | { readonly ok: true; readonly nanos: bigint }
  | { readonly ok: false; readonly problem: string };

/** Reads `1h30m` or `-2d`. The text is already known to consist of digits and units. */
export const readInterval = (text: string): IntervalReading => {
  const negative = text.startsWith('-');
  let nanos = 0n;
  let last = -1;
  for (const [, digits = '', unit = ''] of text.matchAll(/(\d+)(ns|us|ms|[wdhms])/g)) {
    const rank = UNITS.findIndex(([name]) => name === unit);
    if (rank === last) return { ok: false, problem: `the unit \`${unit}\` stands twice` };
    if (rank < last) return { ok: false, problem: 'expected units from the largest to the smallest' };
    last = rank;
    if (digits.replace(/^0+/, '').length > digitsMax) return { ok: false, problem: 'out of range' };
    nanos += BigInt(digits) * (UNITS[rank]?.[1] ?? 0n);
  }
  if (nanos > NANOS_MAX) return { ok: false, problem: 'out of range' };
  return { ok: true, nanos: negative ? -nanos : nanos };
};

/** `1.5h` in whole nanoseconds, or null when the text is not a fraction with one unit. */
export const readFractionalInterval = (text: string): bigint | null => {
  const found = /^(-?)(\d{1,9})\.(\d{1,9})(ns|us|ms|[wdhms])$/.exec(text);
  if (found === null) return null;
  const [, sign, whole = '', fraction = '', unit] = found;
  const size = UNITS.find(([name]) => name === unit)?.[1] ?? 0n;
  const scaled = BigInt(whole + fraction) * size;
  const scale = 10n ** BigInt(fraction.length);
  if (scaled % scale !== 0n) return null;
  const nanos = scaled / scale;
  return sign === '-' ? -nanos : nanos;
};
