import type { MetricType, Temporality } from '@clearspan/contracts';

/** How series of a metric are sent. */
export interface Definition {
  readonly type: MetricType;
  readonly unit: string;
  readonly temporality: Temporality;
  readonly monotonic: boolean;
}

/** What a row of `otel.metric_series` says of it, in the order in which `readDefinition` reads. */
export const DEFINITION_COLUMNS = 'type, unit, temporality, monotonic';

const TEMPORALITIES: readonly Temporality[] = ['unspecified', 'delta', 'cumulative'];

export const readDefinition = ([type, unit, temporality, monotonic]: readonly unknown[]): Definition => ({
  type: type as MetricType,
  unit: String(unit),
  temporality: TEMPORALITIES[Number(temporality)] ?? 'unspecified',
  monotonic: monotonic === true,
});

/** In words, for messages. */
export const definitionText = ({ type, temporality, monotonic }: Definition): string => {
  if (type !== 'sum') return type;
  if (monotonic) return 'monotonic sum';
  return temporality === 'delta' ? 'non-monotonic delta sum' : 'non-monotonic sum';
};
