import type { SharedResource, SharedScope } from '../otlp/record-origin.ts';
import { sortedEntries, type TextEntry } from './attribute-text.ts';
import { type Hash64, hashEnd, hashStart, hashText, hashUnit } from './template-id.ts';

/** Values of the `type` column. */
export const METRIC_TYPE: Readonly<Record<'gauge' | 'sum' | 'histogram' | 'exponentialHistogram' | 'summary', number>> =
  { gauge: 1, sum: 2, histogram: 3, exponentialHistogram: 4, summary: 5 };

/** A metric without its points, in the context it stands in. */
export interface MetricHead {
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly type: number;
  /** OpenTelemetry's: 0 unspecified, 1 delta, 2 cumulative. */
  readonly temporality: number;
  readonly monotonic: boolean;
  readonly resource: SharedResource;
  readonly scope: SharedScope;
}

const hashEntries = (hash: Hash64, entries: readonly TextEntry[]): void => {
  for (const [key, value] of entries) {
    hashText(hash, key);
    hashUnit(hash, 0);
    hashText(hash, value);
    hashUnit(hash, 1);
  }
  hashUnit(hash, 2);
};

/** What the series of one metric have in common: the start of the hash of each. */
export const hashHead = (head: MetricHead): Hash64 => {
  const hash = hashStart();
  for (const text of [head.name, head.unit, head.scope.name, head.scope.version]) {
    hashText(hash, text);
    hashUnit(hash, 0);
  }
  hashUnit(hash, head.type * 8 + head.temporality * 2 + Number(head.monotonic));
  hashEntries(hash, sortedEntries(head.resource.attributes.tree));
  return hash;
};

/** Names the series with these labels, which are sorted by key. */
export const seriesId = (headHash: Hash64, labels: readonly TextEntry[]): Hash64 => {
  const hash = { ...headHash };
  hashEntries(hash, labels);
  hashEnd(hash);
  return hash;
};
