import { type MetricResponse, metricResponse } from '@clearspan/contracts';
import { expect } from 'vitest';
import { metricsJson, type SentMetric, type SentPoint } from './metrics-json.ts';
import type { ServiceProcess } from './run-service.ts';

export const BEGIN_MS: number = Date.parse('2026-09-21T14:00:00Z');
const MINUTE_MS = 60_000;
/** Four minutes, in four steps. */
export const WINDOW = 'from=2026-09-21T14:00:00Z&to=2026-09-21T14:04:00Z&step_s=60';

export type Labels = Readonly<Record<string, string>>;
type Data = SentPoint['data'] | null;

/** A point half way through each minute, from the one before the window on; minutes without data have none. */
export const minutely = (labels: Labels, data: readonly Data[], startMs: number = BEGIN_MS - 3_600_000): SentPoint[] =>
  data.flatMap((of, i) =>
    of === null ? [] : [{ labels, startMs, timeMs: BEGIN_MS + (i - 1) * MINUTE_MS + 30_000, data: of }],
  );

export const doubles = (values: readonly (number | null)[]): Data[] =>
  values.map((asDouble) => (asDouble === null ? null : { asDouble }));

export interface MetricClient {
  get(path: string): Promise<{ status: number; body: unknown }>;
  send(resource: Labels, ...metrics: readonly SentMetric[]): Promise<void>;
  /** Answer to a question, without its window. */
  ask(more: string, window?: string): Promise<MetricResponse>;
  /** Values of each series by its labels. */
  valuesOf(more: string, window?: string): Promise<Record<string, (number | null)[]>>;
}

export const metricClient = ({ url, otlpUrl }: Pick<ServiceProcess, 'url' | 'otlpUrl'>): MetricClient => {
  const get: MetricClient['get'] = async (path) => {
    const answer = await fetch(`${url}${path}`);
    return { status: answer.status, body: await answer.json() };
  };
  const ask: MetricClient['ask'] = async (more, window = WINDOW) => {
    const { status, body } = await get(`/api/metrics/query?${window}&${more}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return metricResponse.parse(body);
  };
  return {
    get,
    ask,
    send: async (resource, ...metrics) => {
      const headers = { 'content-type': 'application/json' };
      const body = metricsJson(resource, metrics);
      const answer = await fetch(`${otlpUrl}/v1/metrics`, { method: 'POST', headers, body });
      expect([answer.status, await answer.json()]).toEqual([200, {}]);
    },
    valuesOf: async (more, window) =>
      Object.fromEntries(
        (await ask(more, window)).series.map(({ labels, points }) => [
          Object.values(labels).join(' '),
          points.map(({ value }) => value),
        ]),
      ),
  };
};
