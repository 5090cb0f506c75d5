const UNITS: readonly (readonly [string, bigint])[] = [
  ['d', 86_400_000_000_000n],
  ['h', 3_600_000_000_000n],
  ['m', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1_000n],
  ['ns', 1n],
];

/** Nanoseconds as normalised interval text: `1h30m`, `-2d`, `0ns`. */
export const intervalText = (nanos: bigint): string => {
  if (nanos === 0n) return '0ns';
  let rest = nanos < 0n ? -nanos : nanos;
  let text = nanos < 0n ? '-' : '';
  for (const [unit, size] of UNITS) {
    const count = rest / size;
    if (count > 0n) text += `${count}${unit}`;
    rest %= size;
  }
  return text;
};
