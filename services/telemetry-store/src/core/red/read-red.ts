import type { RedPoint, RedQuery, RedResponse, RedSeries } from '@clearspan/contracts';
import type { QueryLimits, TelemetryStore } from '@clearspan/telemetry-store';
import { stepOf } from '../step.ts';
import { isoOf, minutesOf, type Window } from '../window.ts';
import { figuresSql, type RedQuestion } from './red-sql.ts';

export interface RedLimits extends Omit<QueryLimits, 'rows'> {
  /** Points of one series. */
  readonly pointsMax: number;
}

const MINUTE_S = 60;

/** What tells a series from others. */
interface SeriesKey {
  readonly service: string;
  readonly operation: string | null;
}

type Row = readonly unknown[];
type Figures = Omit<RedPoint, 'time'>;

const NANOS_PER_MICRO = 1000;
const figuresOf = ([calls, errors, sum, max, quantiles]: Row): Figures => {
  const count = Number(calls);
  const micros = (nanos: unknown): number | null =>
    count === 0 || typeof nanos !== 'number' ? null : nanos / NANOS_PER_MICRO;
  const [p50, p90, p95, p99] = (quantiles ?? []) as Row;
  return {
    calls: count,
    errors: Number(errors),
    avg_us: count === 0 ? null : Number(sum) / count / NANOS_PER_MICRO,
    max_us: micros(Number(max)),
    p50_us: micros(p50),
    p90_us: micros(p90),
    p95_us: micros(p95),
    p99_us: micros(p99),
  };
};
const NOTHING: Figures = figuresOf([0, 0, 0, 0, []]);

const keyOf = ([service, operation]: Row): SeriesKey => ({
  service: String(service),
  operation: operation as string | null,
});
const byText = (a: unknown, b: unknown): number => {
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : Number(left > right);
};
/** The most calls first, then by name. */
const byCalls = ([service, operation, , calls]: Row, [otherService, otherOperation, , otherCalls]: Row): number =>
  Number(otherCalls) - Number(calls) || byText(service, otherService) || byText(operation, otherOperation);
/** `step` is null for the whole window. */
const placeOf = ({ service, operation }: SeriesKey, step: unknown): string =>
  JSON.stringify([service, operation, step === null ? null : Number(step)]);

/** Rate, errors and durations by series and step. A step without calls has none. Rejects with a `StoreError`. */
export const readRed = async (
  store: Pick<TelemetryStore, 'query'>,
  query: RedQuery,
  window: Window,
  { pointsMax, ...limits }: RedLimits,
  signal?: AbortSignal,
): Promise<RedResponse> => {
  const { from, to } = minutesOf(window);
  const stepS = stepOf({ lengthS: to - from, askedS: query.step_s, unitS: MINUTE_S, pointsMax });
  const question: RedQuestion = {
    from,
    to,
    stepS,
    by: query.by ?? (query.service === undefined ? 'service' : 'operation'),
    service: query.service ?? null,
    operation: query.operation ?? null,
    kind: query.kind,
  };
  const steps = Math.ceil((to - from) / stepS);
  // One series more than is shown tells that there are more.
  const seriesMax = query.limit + 1;
  const { rows } = await store.query({
    sql: figuresSql(question, seriesMax),
    limits: { ...limits, rows: seriesMax * (steps + 1) },
    signal,
  });
  const figures = new Map(
    rows.map(([service, operation, step, ...rest]) => [placeOf(keyOf([service, operation]), step), figuresOf(rest)]),
  );
  const found = rows.filter(([, , step]) => step === null).toSorted(byCalls);
  const shown = found.slice(0, query.limit);

  const series = shown.map(keyOf).map((key): RedSeries => {
    const whole = figures.get(placeOf(key, null)) ?? NOTHING;
    return {
      ...key,
      ...whole,
      error_rate: whole.calls === 0 ? 0 : whole.errors / whole.calls,
      rate: whole.calls / (to - from),
      points: Array.from({ length: steps }, (_, step) => ({
        time: isoOf(from + step * stepS),
        ...(figures.get(placeOf(key, step)) ?? NOTHING),
      })),
    };
  });
  return { from: isoOf(from), to: isoOf(to), step_s: stepS, series, truncated: found.length > shown.length };
};
