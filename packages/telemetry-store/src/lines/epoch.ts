import { TIME_NANOS_END } from '../otlp/times.ts';

/** Below this many units a number is no time: an elapsed time, a counter. 10^8 seconds are in 1973. */
const EPOCH_LEAST = 1e8;

/** Power of ten that makes nanoseconds of a number of this size: seconds, milliseconds, microseconds, nanoseconds. */
const powerFor = (value: number): number => {
  if (value < 1e11) return 9;
  if (value < 1e14) return 6;
  return value < 1e17 ? 3 : 0;
};

const DECIMAL = /^([0-9]{1,19})(?:\.([0-9]+))?$/;

/**
 * Nanoseconds since 1970 of a number written as text, with its unit told by its size; null where it is no such number or
 * lies in the year 2106 or later, which the store cannot hold.
 * Decimals count: `1700000000.123456789` is exact.
 */
export const epochNanos = (text: string): bigint | null => {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  const value = Number(whole);
  if (value < EPOCH_LEAST) return null;
  const power = powerFor(value);
  const nanos = BigInt(whole + fraction.slice(0, power).padEnd(power, '0'));
  return nanos < TIME_NANOS_END ? nanos : null;
};
