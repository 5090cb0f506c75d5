import type { Unit } from '../ir/field-ref.ts';
import type { Metric, QueryIR } from '../ir/query-ir.ts';

/** As OpenTelemetry writes units; `1` is a fraction. */
const CODES: Readonly<Record<Unit, string>> = {
  ns: 'ns',
  us: 'us',
  ms: 'ms',
  s: 's',
  min: 'min',
  h: 'h',
  d: 'd',
  bytes: 'By',
  kb: 'KiBy',
  mb: 'MiBy',
  gb: 'GiBy',
};

const unitOf = (metric: Metric): string | null => {
  if (metric.kind === 'change') return metric.as === 'difference' ? unitOf(metric.one) : '1';
  if (metric.kind === 'ratio') return (metric.per ?? 1) === 1 ? '1' : null;
  if (metric.kind !== 'percentile' && (metric.kind !== 'stat' || metric.fn === 'variance')) return null;
  return metric.field.unit === null ? null : CODES[metric.field.unit];
};

/** What the numbers of a column are in, by its name: codes of UCUM; counts have none. */
export const unitsOf = (ir: QueryIR): Readonly<Record<string, string>> => {
  const own = new Map(
    ir.metrics.flatMap((metric) => {
      const unit = unitOf(metric);
      return unit === null ? [] : [[metric.name, unit] as const];
    }),
  );
  const over = ir.overall.flatMap(({ fn, of, name }) => {
    const unit = fn === 'count' || fn === 'variance' ? undefined : own.get(of);
    return unit === undefined ? [] : [[name, unit] as const];
  });
  return Object.fromEntries([...own, ...over, ...(ir.share ? [['share', '1'] as const] : [])]);
};
