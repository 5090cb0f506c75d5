const FRACTION = /\.(\d+)/;
const NANOS_DIGITS = 9;

/** Nanoseconds since 1970 of an RFC 3339 time, with all its digits up to nine. The text is valid (a schema saw to it). */
export const rfc3339Nanos = (rfc3339: string): bigint => {
  const fraction = (FRACTION.exec(rfc3339)?.[1] ?? '').slice(0, NANOS_DIGITS).padEnd(NANOS_DIGITS, '0');
  const seconds = Math.floor(Date.parse(rfc3339.replace(FRACTION, '')) / 1000);
  return BigInt(seconds) * 1_000_000_000n + BigInt(fraction);
};
