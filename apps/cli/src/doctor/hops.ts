import { setTimeout as delay } from 'node:timers/promises';
import {
  type GenerateQueryResponse,
  type InsightsResponse,
  type QueryResult,
  SERVICES,
  type ServiceHealth,
  type ServiceName,
  type StoreStats,
  type TraceResponse,
} from '@clearspan/contracts';
import { httpJson } from '../sources/http-json.ts';
import type { Outcome } from '../sources/query-source.ts';
import type { RunningSystem } from '../system/running-system.ts';
import { greetGrpc } from './greet-grpc.ts';
import type { Finding, Hop } from './hop.ts';
import { type DoctorIds, doctorLog, doctorMetric, doctorSpan } from './otlp-messages.ts';
import { untilSeen } from './until-seen.ts';

const QUESTION = 'how many logs in the last 5 minutes';
const MINUTE_MS = 60_000;

const healthHop = (name: ServiceName, url: string): Hop => ({
  name,
  needs: [],
  visit: async (): Promise<Finding> => {
    const answer = await httpJson<ServiceHealth>('GET', `${url}/health`, { answerMs: 5_000 });
    const start = `start it: clearspan up (its log: logs/${name}.log in the data directory)`;
    if (!answer.ok) return { ok: false, seen: answer.failure.message.split(';')[0] ?? '', advice: start };
    if (answer.value.service !== name)
      return {
        ok: false,
        seen: `${url} is answered by ${answer.value.service ?? 'something else'}`,
        advice: `set ${SERVICES[name].portVariable} to a free port`,
      };
    const sick = Object.entries(answer.value.checks).filter(([, check]) => check.status !== 'healthy');
    const why = sick.map(([check, { error }]) => `${check}: ${error ?? 'not healthy'}`).join('; ');
    return answer.value.status === 'healthy'
      ? { ok: true, seen: url }
      : { ok: false, seen: `${answer.value.status}: ${why}`, advice: `see logs/${name}.log in the data directory` };
  },
});

const accepted = (outcome: Outcome<{ partialSuccess?: { errorMessage?: string } }>, url: string): Finding => {
  if (!outcome.ok)
    return {
      ok: false,
      seen: outcome.failure.message,
      advice: `is the port of ${url} free for the store? TELEMETRY_STORE_OTLP_PORT changes it`,
    };
  const rejected = outcome.value.partialSuccess?.errorMessage;
  return rejected ? { ok: false, seen: `rejected: ${rejected}` } : { ok: true, seen: `accepted by ${url}` };
};

/** A store under load says so and is asked again, as every exporter does. */
const SEND_ATTEMPTS_MAX = 5;
const SEND_AGAIN_MS = 500;
const BUSY: readonly string[] = ['HTTP_429', 'HTTP_503'];

const send = async (url: string, path: string, message: object): Promise<Finding> => {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await httpJson<{ partialSuccess?: { errorMessage?: string } }>('POST', `${url}${path}`, {
      body: message,
    });
    const busy = !outcome.ok && BUSY.includes(outcome.failure.code);
    if (!busy || attempt === SEND_ATTEMPTS_MAX) return accepted(outcome, url);
    await delay(SEND_AGAIN_MS);
  }
};

const sendHop = (name: string, path: string, message: object, system: RunningSystem): Hop => ({
  name,
  needs: ['telemetry-store'],
  visit: () => send(system.otlpUrl, path, message),
});

/** The way in for exporters that speak gRPC, where it is known. */
const grpcHops = ({ otlpGrpcUrl: url }: RunningSystem): Hop[] =>
  url === null ? [] : [{ name: 'send by gRPC', needs: ['telemetry-store'], visit: () => greetGrpc(url) }];

const telemetryHops = (system: RunningSystem, gateway: string, ids: DoctorIds, nowMs: number): Hop[] => {
  const store = system.urls['telemetry-store'] ?? '';
  const advice = 'accepted but not stored: see logs/telemetry-store.log in the data directory, and the disk';
  const points = async (): Promise<Outcome<StoreStats>> => httpJson<StoreStats>('GET', `${store}/api/store/stats`);
  const metricRows = (stats: StoreStats): number =>
    stats.tables.filter((t) => t.name.includes('metric_points')).reduce((sum, t) => sum + t.rows, 0);
  let before = 0;
  return [
    sendHop('send a span', '/v1/traces', doctorSpan(ids), system),
    {
      name: 'read its trace back',
      needs: ['send a span', 'api-gateway'],
      visit: () =>
        untilSeen(
          () => httpJson<TraceResponse>('GET', `${gateway}/api/traces/${ids.traceId}`),
          (trace) => (trace.spans.some((s) => s.span_id === ids.spanId) ? `trace ${ids.traceId}` : null),
          advice,
        ),
    },
    sendHop('send a log', '/v1/logs', doctorLog(ids), system),
    {
      name: 'read it back by DataPrime',
      needs: ['send a log', 'api-gateway'],
      visit: () =>
        untilSeen(
          () =>
            httpJson<QueryResult>('POST', `${gateway}/api/query`, {
              body: {
                query: `source logs | filter $d.logRecord.attributes['doctor.visit'] == '${ids.visit}'`,
                time_range: {
                  from: new Date(nowMs - 5 * MINUTE_MS).toISOString(),
                  to: new Date(nowMs + 5 * MINUTE_MS).toISOString(),
                },
              },
            }),
          (result) => (result.row_count === 1 ? `one row of ${result.scanned_rows} scanned` : null),
          advice,
        ),
    },
    {
      name: 'send a metric',
      needs: ['telemetry-store'],
      visit: async () => {
        const stats = await points();
        before = stats.ok ? metricRows(stats.value) : 0;
        return send(system.otlpUrl, '/v1/metrics', doctorMetric(ids));
      },
    },
    {
      name: 'metric points are stored',
      needs: ['send a metric'],
      visit: () =>
        untilSeen(points, (stats) => (metricRows(stats) > before ? `${metricRows(stats)} held` : null), advice),
    },
    ...grpcHops(system),
  ];
};

const questionHops = (gateway: string): Hop[] => {
  let taskId: string | null = null;
  let traceId = '';
  return [
    {
      name: 'ask a question',
      needs: ['api-gateway', 'query-service', 'validation-service', 'telemetry-store'],
      visit: async () => {
        const answer = await httpJson<GenerateQueryResponse>('POST', `${gateway}/api/generate-query`, {
          body: { user_input: QUESTION },
        });
        if (!answer.ok) return { ok: false, seen: answer.failure.message };
        if (answer.value.kind !== 'answer') return { ok: false, seen: `${answer.value.kind}: ${answer.value.message}` };
        traceId = answer.value.trace_id;
        taskId = answer.value.background_task_id;
        const failed = answer.value.execution_error;
        return failed
          ? { ok: false, seen: `${failed.code}: ${failed.message}` }
          : { ok: true, seen: answer.value.query };
      },
    },
    {
      name: 'its background task is done',
      needs: ['ask a question', 'queue-service', 'queue-worker', 'processing-service', 'storage-service'],
      visit: async () => {
        if (taskId === null)
          return {
            ok: false,
            seen: 'the queue did not take the task',
            advice: 'see logs/queue-service.log in the data directory',
          };
        const url = `${gateway}/api/insights/${encodeURIComponent(taskId)}`;
        return untilSeen(
          () => httpJson<InsightsResponse>('GET', url),
          (insights) => (insights.status === 'completed' ? `task ${taskId}` : null),
          'see logs/queue-worker.log and logs/processing-service.log in the data directory',
        );
      },
    },
    {
      name: 'its trace is whole',
      needs: ['ask a question', 'its background task is done'],
      visit: () =>
        untilSeen(
          () => httpJson<TraceResponse>('GET', `${gateway}/api/traces/${traceId}`),
          (trace) => (trace.complete ? `${trace.spans.length} spans of ${trace.services.length} services` : null),
          `a service does not export (clearspan status), or OTEL_EXPORTER_OTLP_ENDPOINT takes its telemetry elsewhere; trace ${traceId}`,
        ),
    },
  ];
};

/** The whole path, hop by hop: every process, telemetry in and out, a question with its background work. */
export const doctorHops = (system: RunningSystem, gateway: string, ids: DoctorIds, nowMs: number): readonly Hop[] => [
  ...(Object.keys(SERVICES) as ServiceName[]).flatMap((name) => {
    const url = system.urls[name];
    return url ? [healthHop(name, url)] : [];
  }),
  ...telemetryHops(system, gateway, ids, nowMs),
  ...questionHops(gateway),
];
