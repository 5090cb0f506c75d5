import { explicitQuantile } from './explicit-quantile.ts';
import { type ExponentialBuckets, exponentialQuantile } from './exponential-quantile.ts';

type Row = readonly unknown[];
type Steps = ReadonlyMap<number, number | null>;

const numbers = (values: unknown): number[] =>
  // The engine writes what is no number in JSON as null: of bounds that is infinity.
  (values as Row).map((value) => (value === null ? Number.POSITIVE_INFINITY : Number(value)));

const listAt = <T>(lists: Map<number, T[]>, step: number): T[] => {
  const list = lists.get(step) ?? [];
  lists.set(step, list);
  return list;
};

/** A quantile by step from what `explicitSql` gives of a series; null where histograms of a step share no bound. */
export const explicitSteps = (sets: readonly Row[], quantile: number): Steps | null => {
  const bySteps = new Map<number, { bounds: number[]; counts: number[] }[]>();
  for (const [bounds, steps, counts] of sets) {
    const shared = numbers(bounds);
    for (const [place, step] of numbers(steps).entries())
      listAt(bySteps, step).push({ bounds: shared, counts: numbers((counts as Row)[place]) });
  }
  const values = new Map<number, number | null>();
  for (const [step, histograms] of bySteps) {
    const outcome = explicitQuantile(histograms, quantile);
    if (!outcome.ok) return null;
    values.set(step, outcome.value);
  }
  return values;
};

const mapOf = (indexes: unknown, counts: unknown): ReadonlyMap<number, number> => {
  const values = numbers(counts);
  return new Map(numbers(indexes).map((index, place) => [index, values[place] as number]));
};

/** A quantile by step from what `exponentialSql` gives of a series. */
export const exponentialSteps = (parts: readonly Row[], quantile: number): Steps => {
  const bySteps = new Map<number, ExponentialBuckets[]>();
  for (const [step, scale, zero, threshold, ups, upCounts, downs, downCounts] of parts) {
    listAt(bySteps, Number(step)).push({
      scale: Number(scale),
      zero: Number(zero),
      threshold: Number(threshold),
      positive: mapOf(ups, upCounts),
      negative: mapOf(downs, downCounts),
    });
  }
  return new Map([...bySteps].map(([step, parts]) => [step, exponentialQuantile(parts, quantile)]));
};
