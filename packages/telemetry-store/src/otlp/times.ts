/** The store counts retention in 32-bit seconds: times from here on (7 February 2106) cannot be kept. */
export const TIME_NANOS_END: bigint = (2n ** 32n - 1n) * 1_000_000_000n;
const END_HIGH = Number(TIME_NANOS_END >> 32n);

export const lateFault = (what: string): string => `expected ${what} before the year 2106, found a later one`;

/** Why a time that must be there cannot be stored; empty when it can. */
export const timeFault = (low: number, high: number, what: string): string => {
  if (low === 0 && high === 0) return `expected ${what}, found 0`;
  return high >= END_HIGH ? lateFault(what) : '';
};
