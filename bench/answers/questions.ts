import type { QueryLimits, TelemetryStore } from '@clearspan/telemetry-store';
import { readField } from '../../services/telemetry-store/src/core/fields/read-field.ts';
import type { QueryRunner } from '../../services/telemetry-store/src/core/query/query-runner.ts';
import { readRed } from '../../services/telemetry-store/src/core/red/read-red.ts';
import { readMap } from '../../services/telemetry-store/src/core/service-map/read-map.ts';
import { findTrace } from '../../services/telemetry-store/src/core/trace/find-trace.ts';
import { searchTraces } from '../../services/telemetry-store/src/core/trace/search-traces.ts';
import type { Window } from '../../services/telemetry-store/src/core/window.ts';
import { EDGE_LIMITS, MAP_LIMITS, RED_POINTS_MAX, TRACE_LIMITS } from '../../services/telemetry-store/src/limits.ts';

export interface AnswerParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  readonly runner: QueryRunner;
  /** Ids that stand in the data. */
  readonly traces: readonly string[];
  readonly hour: Window;
  readonly day: Window;
}

/** What a person asks of a store, as its pages do, and the SQL that an expert would write for the same figures. */
export interface Question {
  readonly name: string;
  /** What the service does for it, but for the connection. `at` counts the times it was asked. */
  readonly ask: (parts: AnswerParts, at: number) => Promise<unknown>;
  /** How many rows the last of the statements has to give for that answer. */
  readonly rows: (answer: unknown) => number;
  /** `{hour}` and `{day}` are conditions on `ts`, `{minutes}` one on `minute`, `{trace}` an id. */
  readonly sql: readonly string[];
  /** Path and body of the request to the service. */
  readonly request: (parts: AnswerParts, at: number) => { readonly path: string; readonly body?: object };
}

const LIMITS: QueryLimits = { ms: 20_000, memoryBytes: 400 * 1024 * 1024, rows: 10_000 };
const SIGNAL = new AbortController().signal;

const traceOf = ({ traces }: AnswerParts, at: number): string => traces[at % traces.length] as string;
const nanos = (ms: number): bigint => BigInt(ms) * 1_000_000n;
const iso = (ms: number): string => new Date(ms).toISOString();
const span = ({ fromMs, toMs }: Window): Record<string, string> => ({ from: iso(fromMs), to: iso(toMs) });
const url = (path: string, parameters: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(parameters).toString()}`;

/** A question in DataPrime over a window. */
const query = (name: string, text: string, window: 'hour' | 'day', sql: string): Question => ({
  name,
  ask: async ({ runner, ...parts }) => {
    const { fromMs, toMs } = parts[window];
    const timeRange = { fromNanos: nanos(fromMs), toNanos: nanos(toMs) };
    const outcome = await runner.run({ text, nowNanos: timeRange.toNanos, timeRange, limit: null }, SIGNAL);
    if (outcome.kind === 'invalid') throw new Error(JSON.stringify(outcome.diagnostics));
    return outcome.result.rows;
  },
  rows: (answer) => (answer as readonly unknown[]).length,
  sql: [sql],
  request: (parts) => ({ path: '/api/query', body: { query: text, time_range: span(parts[window]) } }),
});

const SPAN_COLUMNS = `lower(hex(span_id)), lower(hex(parent_id)), service, name, kind, ts, toUnixTimestamp64Nano(ts), duration, status, status_message, scope,
mapKeys(attrs), mapValues(attrs), attr_kinds, mapKeys(resource), mapValues(resource), resource_kinds, \`events.ts\`, \`events.name\`, \`events.attrs\`, \`events.attr_kinds\`, \`links.trace_id\`, \`links.span_id\`, \`links.attrs\`, \`links.attr_kinds\``;
const FIGURES =
  'sum(calls) AS total, sum(errors), sum(duration_sum), max(duration_max), quantilesDDMerge(0.01, 0.5, 0.9, 0.95, 0.99)(durations)';

/** Keeps the type of an answer between asking and counting. */
const question = <T>(
  one: Omit<Question, 'ask' | 'rows'> & {
    readonly ask: (parts: AnswerParts, at: number) => Promise<T>;
    readonly rows: (answer: T) => number;
  },
): Question => ({ ...one, rows: (answer) => one.rows(answer as T) });

export const QUESTIONS: readonly Question[] = [
  question({
    name: 'trace by id',
    ask: ({ store, ...parts }, at) =>
      findTrace(store, traceOf({ store, ...parts }, at), { ...LIMITS, ...TRACE_LIMITS }),
    rows: (trace) => trace?.spans.length ?? 0,
    sql: [
      `WITH (SELECT (min(start), max(end)) FROM otel.traces WHERE trace_id = toFixedString(unhex('{trace}'), 16)) AS bounds
SELECT ${SPAN_COLUMNS} FROM otel.spans WHERE trace_id = toFixedString(unhex('{trace}'), 16) AND ts >= bounds.1 AND ts <= bounds.2 AND toStartOfFiveMinutes(ts) >= toStartOfFiveMinutes(bounds.1) AND toStartOfFiveMinutes(ts) <= bounds.2 ORDER BY ts`,
    ],
    request: (parts, at) => ({ path: `/api/traces/${traceOf(parts, at)}` }),
  }),
  query(
    'errors by service, last hour',
    'source logs | filter $m.severity >= ERROR | countby $l.subsystemname',
    'hour',
    'SELECT subsystemname, count() FROM otel.logs WHERE {hour} AND severity >= 5 GROUP BY subsystemname',
  ),
  query(
    'text search: newest 100 of a day that say a phrase',
    "source logs | filter msg ~ 'deadlock detected' | orderby $m.timestamp desc | limit 100 | choose $m.timestamp, $l.subsystemname, msg",
    'day',
    `SELECT toUnixTimestamp64Nano(ts), subsystemname, d_str['msg'] FROM otel.logs WHERE {day} AND hasAllTokens(mapValues(d_str), 'deadlock detected') AND positionCaseInsensitive(d_str['msg'], 'deadlock detected') > 0 ORDER BY ts DESC LIMIT 100`,
  ),
  query(
    'attribute search: spans of a pod that failed, last hour',
    "source spans | filter process.tags['k8s.pod.name'] == 'pod-7' && tags['http.response.status_code'] == '503' | orderby $m.timestamp desc | limit 100 | choose $m.timestamp, $m.traceId, $l.operationName, $m.duration",
    'hour',
    `SELECT toUnixTimestamp64Nano(ts), lower(hex(trace_id)), name, intDiv(duration, 1000) FROM otel.spans WHERE {hour} AND resource['k8s.pod.name'] = 'pod-7' AND attrs['http.response.status_code'] = '503' ORDER BY ts DESC LIMIT 100`,
  ),
  query(
    'attribute search: log records of a request, a day',
    "source logs | filter user.id == 'u-77' && http.status >= 500 | orderby $m.timestamp desc | limit 100 | choose $m.timestamp, msg",
    'day',
    `SELECT toUnixTimestamp64Nano(ts), d_str['msg'] FROM otel.logs WHERE {day} AND d_str['user.id'] = 'u-77' AND d_num['http.status'] >= 500 ORDER BY ts DESC LIMIT 100`,
  ),
  question({
    name: 'trace search: slowest failed of a service, last hour',
    ask: ({ store, runner, hour }) =>
      searchTraces(
        { store, runner, limits: LIMITS },
        { service: 'payments', status: 'error', order: 'slowest', limit: 20 },
        hour,
        SIGNAL,
      ),
    rows: (outcome) => (outcome.kind === 'found' ? outcome.answer.traces.length : 0),
    sql: [
      `SELECT lower(hex(trace_id)) AS id, count(), max(duration) AS longest, max(ts) FROM otel.spans WHERE {hour} AND service = 'payments' AND status = 2 GROUP BY trace_id ORDER BY longest DESC LIMIT 20`,
      `SELECT lower(hex(trace_id)), max(root_service), max(root_name), min(start), max(end), sum(spans), sum(errors), groupUniqArrayArray(services) FROM otel.traces WHERE trace_id IN ({found}) GROUP BY trace_id`,
    ],
    request: ({ hour }) => ({
      path: url('/api/traces', { service: 'payments', status: 'error', order: 'slowest', limit: '20', ...span(hour) }),
    }),
  }),
  question({
    name: 'service map, last hour',
    ask: ({ store, hour }) =>
      readMap({ store, edges: { refresh: async () => 0 }, limits: { ...LIMITS, ...EDGE_LIMITS, ...MAP_LIMITS } }, hour),
    rows: ({ edges }) => edges.length,
    sql: [
      `SELECT service, sumIf(calls, kind IN (2, 5)) AS entries, sumIf(errors, kind IN (2, 5)), sumIf(duration_sum, kind IN (2, 5)), maxIf(duration_max, kind IN (2, 5)), quantilesDDMergeIf(0.01, 0.5, 0.9, 0.95, 0.99)(durations, kind IN (2, 5)) FROM otel.red_1m WHERE {minutes} GROUP BY service ORDER BY entries DESC`,
      `SELECT source, source_type, target, target_type, max(system), sum(calls) AS total, sum(errors), sum(duration_sum), max(duration_max) FROM otel.edges_1m FINAL WHERE {minutes} GROUP BY source, source_type, target, target_type HAVING total > 0 ORDER BY total DESC`,
    ],
    request: ({ hour }) => ({ path: url('/api/service-map', span(hour)) }),
  }),
  question({
    name: 'RED series of services by the minute, last hour',
    ask: ({ store, hour }) =>
      readRed(store, { kind: 'entry', by: 'service', limit: 50, step_s: 60 }, hour, {
        ...LIMITS,
        pointsMax: RED_POINTS_MAX,
      }),
    rows: ({ series }) =>
      series.reduce((sum, { points }) => sum + 1 + points.filter(({ calls }) => calls > 0).length, 0),
    sql: [
      `SELECT service, minute, ${FIGURES} FROM otel.red_1m WHERE {minutes} AND kind IN (2, 5) GROUP BY GROUPING SETS ((service), (service, minute))`,
    ],
    request: ({ hour }) => ({ path: url('/api/red', { by: 'service', step_s: '60', ...span(hour) }) }),
  }),
  question({
    name: 'field statistics: a number, last hour',
    ask: ({ runner, hour }) => readField(runner, { source: 'logs', path: 'duration_ms', limit: 10 }, hour, SIGNAL),
    rows: (outcome) => (outcome.kind === 'found' ? outcome.answer.values.length : 0),
    sql: [
      `SELECT count(), countIf(mapContains(d_num, 'duration_ms')), uniq(d_num['duration_ms']), min(d_num['duration_ms']), max(d_num['duration_ms']), avg(d_num['duration_ms']), quantiles(0.5, 0.95, 0.99)(d_num['duration_ms']) FROM otel.logs WHERE {hour}`,
      `SELECT d_num['duration_ms'] AS value, count() AS n FROM otel.logs WHERE {hour} AND mapContains(d_num, 'duration_ms') GROUP BY value ORDER BY n DESC LIMIT 10`,
    ],
    request: ({ hour }) => ({
      path: url('/api/field', { source: 'logs', path: 'duration_ms', limit: '10', ...span(hour) }),
    }),
  }),
];
