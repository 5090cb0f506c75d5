/** Quantiles that are kept of numbers. */
export const SPREAD_LEVELS: readonly number[] = Array.from({ length: 21 }, (_, step) => step / 20);
const LAST = SPREAD_LEVELS.length - 1;

/** How numbers are spread: their quantiles at `SPREAD_LEVELS`; empty where there are no numbers. */
export interface Spread {
  readonly numbers: number;
  readonly quantiles: readonly number[];
}

export const NO_NUMBERS: Spread = { numbers: 0, quantiles: [] };

/** A quantile stands for the numbers around it: half as many at both ends. */
const pointsOf = ({ numbers, quantiles }: Spread): { readonly value: number; readonly weight: number }[] =>
  quantiles.map((value, level) => ({
    value,
    weight: level === 0 || level === LAST ? numbers / LAST / 2 : numbers / LAST,
  }));

/** The spread of both together, as far as their quantiles tell. The lowest and highest are exact. */
export const mergedSpread = (a: Spread, b: Spread): Spread => {
  if (a.numbers === 0) return b;
  if (b.numbers === 0) return a;
  const points = [...pointsOf(a), ...pointsOf(b)].sort((x, y) => x.value - y.value);
  const numbers = a.numbers + b.numbers;
  let below = 0;
  // Each point stands in the middle of its numbers.
  const placed = points.map(({ value, weight }) => {
    const at = below + weight / 2;
    below += weight;
    return { value, at };
  });
  const quantiles = SPREAD_LEVELS.map((level, index) => {
    if (index === 0) return points[0]?.value ?? 0;
    if (index === LAST) return points.at(-1)?.value ?? 0;
    const wanted = level * numbers;
    const next = placed.findIndex(({ at }) => at >= wanted);
    const [low, high] = [placed[next - 1] ?? placed.at(-1), placed[next] ?? placed.at(-1)];
    if (low === undefined || high === undefined || high.at === low.at) return high?.value ?? 0;
    return low.value + ((high.value - low.value) * (wanted - low.at)) / (high.at - low.at);
  });
  return { numbers, quantiles };
};

/** A quantile of a spread that has numbers. */
export const spreadAt = ({ quantiles }: Spread, level: number): number => quantiles[Math.round(level * LAST)] ?? 0;
