import { PROBLEM_STATUS } from '@clearspan/contracts';
import type { ServiceApp } from '@clearspan/service-kit';
import { isProblem } from '@clearspan/service-kit';
import type { QueryLimits, TelemetryStore } from '@clearspan/telemetry-store';
import type { FastifyError, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Ingest } from '../core/ingest.ts';
import { type JaegerTrace, jaegerTrace } from '../core/jaeger/jaeger-trace.ts';
import { JAEGER_KINDS, operationsSql, servicesSql } from '../core/jaeger/operations-sql.ts';
import { jaegerSearchQuery, readSearch } from '../core/jaeger/read-search.ts';
import type { QueryRunner } from '../core/query/query-runner.ts';
import { type MapParts, readMap } from '../core/service-map/read-map.ts';
import { findTrace, type TraceLimits } from '../core/trace/find-trace.ts';
import { searchTraces } from '../core/trace/search-traces.ts';
import { parseTraceId } from '../core/trace/trace-sql.ts';
import { heldWindow } from '../core/window.ts';
import { READ_FLUSH_MS } from '../limits.ts';
import { storeProblem } from './store-problem.ts';

export interface JaegerRouteParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  readonly ingest: Pick<Ingest, 'flushed'>;
  readonly runner: QueryRunner;
  readonly map: MapParts;
  readonly limits: {
    readonly trace: TraceLimits;
    readonly query: Omit<QueryLimits, 'rows'>;
    readonly namesMax: number;
  };
}

const DAY_MS = 86_400_000;

interface Told {
  readonly data: unknown;
  readonly total?: number;
  readonly errors?: readonly { readonly code: number; readonly msg: string }[];
  readonly message?: string;
}
const send = (reply: FastifyReply, told: Told, status = 200): FastifyReply => {
  const total = told.total ?? (Array.isArray(told.data) ? told.data.length : 0);
  const body = { errors: null, ...told, total, limit: 0, offset: 0 };
  return reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body);
};
/** `message` says it once more where callers inside the system look for it. */
const refuse = (reply: FastifyReply, status: number, msg: string): FastifyReply =>
  send(reply, { data: null, errors: [{ code: status, msg }], message: msg }, status);

/** Status and message of what went wrong. */
const told = (error: FastifyError): { readonly status: number; readonly message: string } => {
  if ('validation' in error) return { status: 400, message: error.message };
  try {
    const { problem, message } = isProblem(error) ? error : storeProblem(error);
    return { status: PROBLEM_STATUS[problem.code], message };
  } catch {
    return { status: 500, message: 'the store failed' };
  }
};

const idsOf = (given: string | readonly string[]): readonly string[] => (typeof given === 'string' ? [given] : given);

/**
 * Jaeger's query API below `/jaeger`, for its page and for Grafana's Jaeger source. Errors are in its own form, too.
 */
export const jaegerRoutes = (app: ServiceApp, { store, ingest, runner, map, limits }: JaegerRouteParts): void => {
  const names = async (sql: string): Promise<readonly (readonly unknown[])[]> => {
    await ingest.flushed(READ_FLUSH_MS);
    return (await store.query({ sql, limits: { ...limits.query, rows: limits.namesMax } })).rows;
  };
  const tracesOf = async (ids: readonly string[], signal: AbortSignal): Promise<readonly JaegerTrace[]> => {
    const traces: JaegerTrace[] = [];
    for (const id of ids) {
      const trace = await findTrace(store, id, limits.trace, signal);
      if (trace) traces.push(jaegerTrace(trace));
    }
    return traces;
  };

  app.register(
    (scope: ServiceApp, _options: unknown, done: () => void) => {
      scope.setErrorHandler((error: FastifyError, request, reply) => {
        const { status, message } = told(error);
        if (status >= 500) request.log.error({ err: error }, 'a question of Jaeger failed');
        return refuse(reply, status, message);
      });
      scope.get('/services', async (_request, reply) => {
        const rows = await names(servicesSql(limits.namesMax));
        return send(reply, { data: rows.map(([name]) => name) });
      });
      scope.get(
        '/services/:service/operations',
        { schema: { params: z.object({ service: z.string() }) } },
        async (request, reply) => {
          const rows = await names(operationsSql(request.params.service, null, limits.namesMax));
          return send(reply, { data: [...new Set(rows.map(([name]) => name))] });
        },
      );
      scope.get(
        '/operations',
        { schema: { querystring: z.object({ service: z.string(), spanKind: z.enum(JAEGER_KINDS).optional() }) } },
        async ({ query }, reply) => {
          const kind = query.spanKind === undefined || query.spanKind === '' ? null : query.spanKind;
          const rows = await names(operationsSql(query.service, kind, limits.namesMax));
          const data = rows.map(([name, number]) => ({ name, spanKind: JAEGER_KINDS[Number(number)] ?? '' }));
          return send(reply, { data });
        },
      );
      scope.get('/traces', { schema: { querystring: jaegerSearchQuery } }, async (request, reply) => {
        const { query, signal } = request;
        await ingest.flushed(READ_FLUSH_MS);
        if (query.traceID !== undefined) {
          const ids = idsOf(query.traceID).map((id) => parseTraceId(id.padStart(32, '0')));
          if (ids.includes(null)) return refuse(reply, 400, 'expected trace ids of hexadecimal digits');
          return send(reply, { data: await tracesOf(ids as string[], signal) });
        }
        const read = readSearch(query, Date.now());
        if (!read.ok) return refuse(reply, 400, read.message);
        const found = await searchTraces({ store, runner, limits: limits.query }, read.search, read.window, signal);
        if (found.kind === 'invalid') return refuse(reply, 400, found.errors[0]?.message ?? 'not a valid search');
        const traces = await tracesOf(
          found.answer.traces.map(({ trace_id }) => trace_id),
          signal,
        );
        return send(reply, { data: traces });
      });
      scope.get('/traces/:id', { schema: { params: z.object({ id: z.string() }) } }, async (request, reply) => {
        const id = parseTraceId(request.params.id.padStart(32, '0'));
        if (id === null) return refuse(reply, 400, 'expected a trace id of hexadecimal digits');
        await ingest.flushed(READ_FLUSH_MS);
        const traces = await tracesOf([id], request.signal);
        return traces.length === 0 ? refuse(reply, 404, 'trace not found') : send(reply, { data: traces });
      });
      scope.get(
        '/dependencies',
        {
          schema: {
            querystring: z.object({ endTs: z.coerce.number().optional(), lookback: z.coerce.number().optional() }),
          },
        },
        async (request, reply) => {
          const toMs = request.query.endTs ?? Date.now();
          await ingest.flushed(READ_FLUSH_MS);
          const window = heldWindow({ fromMs: toMs - (request.query.lookback ?? DAY_MS), toMs });
          const { edges } = await readMap(map, window, request.signal);
          const data = edges.map(({ source, target, calls }) => ({ parent: source, child: target, callCount: calls }));
          return send(reply, { data });
        },
      );
      done();
    },
    { prefix: '/jaeger/api' },
  );
};
