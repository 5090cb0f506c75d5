const NANOS_DIGITS = 9;

/** Nanoseconds since the epoch of an RFC 3339 time, with all its digits. The text has been checked to be one. */
export const isoNanos = (time: string): bigint => {
  const fraction = /\.(\d+)/.exec(time)?.[1] ?? '';
  const seconds = Date.parse(time.replace(/\.\d+/, '')) / 1_000;
  return (
    BigInt(Math.floor(seconds)) * 1_000_000_000n + BigInt(fraction.slice(0, NANOS_DIGITS).padEnd(NANOS_DIGITS, '0'))
  );
};
