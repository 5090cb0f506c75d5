const UNITS: readonly (readonly [string, bigint])[] = [
  ['d', 86_400_000_000_000n],
  ['h', 3_600_000_000_000n],
  ['m', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1_000n],
  ['ns', 1n],
];

/** An interval as DataPrime writes it, in at most two units: 90 minutes is `1h30m`, 24 hours stay `24h`. */
export const intervalText = (nanos: bigint): string => {
  if (nanos === 0n) return '0ns';
  // Up to two days read better in hours, as they were asked for ("the last 24 hours").
  const units = nanos < 172_800_000_000_000n ? UNITS.slice(1) : UNITS;
  let rest = nanos < 0n ? -nanos : nanos;
  let text = nanos < 0n ? '-' : '';
  for (const [name, size] of units) {
    const count = rest / size;
    if (count > 0n) text += `${count}${name}`;
    rest %= size;
  }
  return text;
};
