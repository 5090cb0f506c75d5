import type { MetricQuery, MetricResponse } from '@clearspan/contracts';
import type { QueryLimits, TelemetryStore } from '@clearspan/telemetry-store';
import { stepOf } from '../step.ts';
import { isoOf, secondsOf, type Window } from '../window.ts';
import { readDefinition } from './definition.ts';
import { readExemplars } from './exemplars.ts';
import { quantileOf } from './metric-functions.ts';
import { conditionsOf, type MetricQuestion } from './metric-question.ts';
import { type Fault, pickDefinition } from './pick-definition.ts';
import { type Read, readSeries, type SteppedSeries } from './read-series.ts';
import { chosenSql, definitionsSql } from './series-sql.ts';

export interface MetricLimits {
  /** Points of one series of an answer. */
  readonly metricPointsMax: number;
  /** Series that one answer is computed from. */
  readonly metricSeriesMax: number;
  /** Points of histograms that one statement computes quantiles from: more are read by several. */
  readonly bucketPointsMax: number;
  readonly exemplarsMax: number;
  /** How far before the window a point may be that the first of the window is held against. */
  readonly lookbackMs: number;
}

export interface MetricParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  readonly limits: MetricLimits & Omit<QueryLimits, 'rows'>;
}

export type MetricOutcome =
  | { readonly kind: 'found'; readonly answer: MetricResponse }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'invalid'; readonly fault: Fault };

/** Ways of sending one metric that are looked at: there are a few dozen with every type and temporality. */
const DEFINITIONS_MAX = 1_000;
const MS = 1_000;

const questionOf = (asked: MetricQuery, window: Window, limits: MetricLimits): MetricQuestion => {
  const { from, to } = secondsOf(window);
  const pointsMax = limits.metricPointsMax;
  return {
    metric: asked.metric,
    service: asked.service ?? null,
    where: conditionsOf(asked.where),
    by: [...new Set(asked.by)],
    fromMs: from * MS,
    toMs: to * MS,
    stepMs: stepOf({ lengthS: to - from, askedS: asked.step_s, unitS: 1, pointsMax }) * MS,
    lookbackMs: limits.lookbackMs,
    groupsMax: asked.limit,
  };
};

const finite = (value: number | null | undefined): number | null =>
  value === undefined || value === null || !Number.isFinite(value) ? null : value;

const pointsOf = ({ fromMs, toMs, stepMs }: MetricQuestion, { values }: SteppedSeries) =>
  Array.from({ length: Math.ceil((toMs - fromMs) / stepMs) }, (_, step) => ({
    time: isoOf((fromMs + step * stepMs) / MS),
    value: finite(values.get(step)),
  }));

/** One metric over time. Rejects with a `StoreError`. */
export const readMetric = async (
  { store, limits }: MetricParts,
  asked: MetricQuery,
  window: Window,
  signal?: AbortSignal,
): Promise<MetricOutcome> => {
  const { ms, memoryBytes, metricSeriesMax, bucketPointsMax, exemplarsMax } = limits;
  const read: Read = async (sql, rows) => (await store.query({ sql, limits: { ms, memoryBytes, rows }, signal })).rows;
  const question = questionOf(asked, window, limits);

  const held = (await read(definitionsSql(question), DEFINITIONS_MAX)).map((row) => ({
    definition: readDefinition(row),
    series: Number(row.at(-1)),
  }));
  if (held.length === 0) return { kind: 'unknown' };
  const picked = pickDefinition(held, asked);
  if (!picked.ok) return { kind: 'invalid', fault: picked.fault };
  if (picked.series > metricSeriesMax) {
    const message = `expected at most ${metricSeriesMax} series, found ${picked.series}; \`where\` or \`service\` makes them fewer`;
    return { kind: 'invalid', fault: { path: 'where', message } };
  }

  const { definition, name } = picked;
  const quantile = quantileOf(name, asked.quantile);
  const chosen = chosenSql(question, definition);
  const outcome = await readSeries({ chosen, question, definition, name, quantile }, bucketPointsMax, read);
  if (!outcome.ok) return { kind: 'invalid', fault: outcome.fault };
  const shown = outcome.series.slice(0, question.groupsMax);
  const answer: MetricResponse = {
    metric: question.metric,
    type: definition.type,
    unit: definition.unit,
    function: name,
    ...(quantile === null ? {} : { quantile }),
    from: isoOf(question.fromMs / MS),
    to: isoOf(question.toMs / MS),
    step_s: question.stepMs / MS,
    series: shown.map((series) => ({
      labels: Object.fromEntries(question.by.map((key, place) => [key, series.key[place] ?? ''])),
      points: pointsOf(question, series),
    })),
    truncated: outcome.series.length > shown.length,
    ...(asked.exemplars ? { exemplars: await readExemplars(chosen, question, exemplarsMax, read) } : {}),
  };
  return { kind: 'found', answer };
};
