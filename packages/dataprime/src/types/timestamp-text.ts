const NANOS_PER_MILLI = 1_000_000n;

/** Floor division of nanoseconds into whole milliseconds and what remains, 0 to 999,999. */
const split = (nanos: bigint): readonly [bigint, bigint] => {
  const rest = ((nanos % NANOS_PER_MILLI) + NANOS_PER_MILLI) % NANOS_PER_MILLI;
  return [(nanos - rest) / NANOS_PER_MILLI, rest];
};

/** Nanoseconds since the epoch as ISO 8601 in UTC with nine digits: `2024-01-01T00:00:00.000000000Z`. */
export const timestampText = (nanos: bigint): string => {
  const [millis, rest] = split(nanos);
  const text = new Date(Number(millis)).toISOString();
  return `${text.slice(0, -1)}${rest.toString().padStart(6, '0')}Z`;
};
