import type { DecodeContext } from './outcome.ts';

/** The store counts retention in 32-bit seconds: times from here on (7 February 2106) cannot be kept. */
export const TIME_NANOS_END: bigint = (2n ** 32n - 1n) * 1_000_000_000n;
const END_HIGH = Number(TIME_NANOS_END >> 32n);

const lateFault = (what: string): string => `expected ${what} before the year 2106, found a later one`;

const NANOS_PER_MS = 1_000_000n;
const isoSecond = (nanos: bigint): string => `${new Date(Number(nanos / NANOS_PER_MS)).toISOString().slice(0, 19)}Z`;

const windowFault = (nanos: bigint, { timeWindow }: Pick<DecodeContext, 'timeWindow'>, what: string): string => {
  if (timeWindow === undefined || (nanos >= timeWindow.fromNanos && nanos < timeWindow.toNanos)) return '';
  const { fromNanos, toNanos } = timeWindow;
  return `expected ${what} from ${isoSecond(fromNanos)} to ${isoSecond(toNanos)}, found ${isoSecond(nanos)}`;
};

/** Why a time cannot be stored; empty when it can. */
export const timeFault = (nanos: bigint, context: Pick<DecodeContext, 'timeWindow'>, what: string): string => {
  if (nanos === 0n) return `expected ${what}, found 0`;
  return nanos >= TIME_NANOS_END ? lateFault(what) : windowFault(nanos, context, what);
};

/** The same for a time in halves, made a bigint only where there is a window to compare with. */
export const halvesTimeFault = (low: number, high: number, context: DecodeContext, what: string): string => {
  if (low === 0 && high === 0) return `expected ${what}, found 0`;
  if (high >= END_HIGH) return lateFault(what);
  return context.timeWindow === undefined ? '' : windowFault((BigInt(high) << 32n) | BigInt(low), context, what);
};

/** Why a time that may be absent cannot be calculated with; empty when it can. */
export const optionalTimeFault = (high: number, what: string): string => (high >= END_HIGH ? lateFault(what) : '');
