import { createReadStream } from 'node:fs';
import type { ServiceApp } from '@clearspan/service-kit';
import type { RowLimits } from '@clearspan/telemetry-store';
import type { FastifyError, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { BackgroundQueries, BackgroundQuery } from '../core/background/background-queries.ts';
import { backgroundStatus } from '../core/background/background-query.ts';
import { idRequest, readSubmission } from '../core/background/read-background.ts';

export interface BackgroundRouteParts {
  readonly queries: BackgroundQueries;
  readonly limits: RowLimits;
}

const send = (reply: FastifyReply, status: number, body: object): FastifyReply =>
  reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body);
const refuse = (reply: FastifyReply, status: number, message: string): FastifyReply => send(reply, status, { message });

/**
 * `POST /api/v1/dataprime/background-query` and its `/status`, `/data` and `/cancel`. Errors are `{"message"}`, as of the
 * direct-query API.
 */
export const backgroundQueryRoutes = (app: ServiceApp, { queries, limits }: BackgroundRouteParts): void => {
  app.register(
    (scope: ServiceApp, _options: unknown, done: () => void) => {
      scope.setErrorHandler((error: FastifyError, request, reply) => {
        const status = error.statusCode ?? 500;
        if (status >= 500) request.log.error({ err: error }, 'a background query failed');
        return refuse(reply, status, status === 500 ? 'the store failed' : error.message);
      });
      scope.post('/', { schema: { body: z.unknown() } }, (request, reply) => {
        const read = readSubmission(request.body, BigInt(Date.now()) * 1_000_000n, limits);
        if (!read.ok) return refuse(reply, 400, read.message);
        const queryId = queries.submit(read.input);
        if (queryId === null) return refuse(reply.header('retry-after', '10'), 429, 'too many queries wait');
        return send(reply, 200, { queryId, warnings: [] });
      });
      /** One question about a query that is known. */
      const about = (
        path: string,
        answer: (query: BackgroundQuery, reply: FastifyReply, id: string) => Promise<FastifyReply> | FastifyReply,
      ): void => {
        scope.post(path, { schema: { body: idRequest } }, ({ body: { queryId } }, reply) => {
          const query = queries.find(queryId);
          return query ? answer(query, reply, queryId) : refuse(reply, 404, 'Query not found');
        });
      };
      about('/status', ({ submittedMs, state }, reply) => send(reply, 200, backgroundStatus(submittedMs, state)));
      about('/data', ({ state }, reply) => {
        if (state.kind !== 'ended') return refuse(reply, 409, 'the query has not ended');
        if (state.how.kind !== 'success') return refuse(reply, 409, 'the query gave no results');
        return reply.type('application/x-ndjson; charset=utf-8').send(createReadStream(state.how.path));
      });
      about('/cancel', async (_query, reply, id) => {
        await queries.cancel(id);
        return send(reply, 200, {});
      });
      done();
    },
    { prefix: '/api/v1/dataprime/background-query' },
  );
};
