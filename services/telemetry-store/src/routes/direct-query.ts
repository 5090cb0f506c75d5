import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { PROBLEM_STATUS } from '@clearspan/contracts';
import { isProblem, type ServiceApp } from '@clearspan/service-kit';
import type { StoreErrorCode } from '@clearspan/telemetry-store';
import type { FastifyError, FastifyReply } from 'fastify';
import { z } from 'zod';
import { compilationErrors, directLines } from '../core/direct/direct-lines.ts';
import { readDirectRequest } from '../core/direct/read-request.ts';
import type { QueryRunner } from '../core/query/query-runner.ts';
import { storeProblem } from './store-problem.ts';

const STATUS_OF: Readonly<Partial<Record<StoreErrorCode, number>>> = {
  TIMEOUT: 408,
  MEMORY: 400,
  TOO_MANY_ROWS: 400,
  REFUSED: 400,
  CANCELLED: 503,
  UNAVAILABLE: 503,
};

const refuse = (reply: FastifyReply, status: number, message: string): FastifyReply =>
  reply.code(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send({ message });

/** Clients of this interface know a query that took too long by 408. */
const statusOf = (error: FastifyError): number => {
  if (!isProblem(error)) return error.statusCode ?? 500;
  return error.problem.code === 'DEADLINE_EXCEEDED' ? 408 : PROBLEM_STATUS[error.problem.code];
};

/**
 * `POST /api/v1/dataprime/query`: the DataPrime direct-query API, so that its clients work by changing the host. Its
 * errors are `{"message"}`, as those clients expect, not problem details.
 */
export const directQueryRoutes = (app: ServiceApp, runner: QueryRunner): void => {
  app.register((scope: ServiceApp, _options: unknown, done: () => void) => {
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      const status = statusOf(error);
      if (status >= 500) request.log.error({ err: error }, 'a direct query failed');
      return refuse(reply, status, status === 500 ? 'the store failed' : error.message);
    });
    scope.post(
      '/api/v1/dataprime/query',
      { config: { span: 'telemetry_store.execute_dataprime' }, schema: { body: z.unknown() } },
      async (request, reply) => {
        const asked = readDirectRequest(request.body, BigInt(Date.now()) * 1_000_000n);
        if (!asked.ok) return refuse(reply, 400, asked.message);
        const { input } = asked;
        try {
          const outcome = await runner.run(input, request.signal);
          if (outcome.kind === 'invalid') return refuse(reply, 400, compilationErrors(input.text, outcome.diagnostics));
          const answer = { queryId: randomUUID(), text: input.text, ran: outcome.result, warnings: outcome.warnings };
          return reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(directLines(answer)));
        } catch (error) {
          const status = STATUS_OF[(error as { code: StoreErrorCode }).code];
          if (status === undefined) throw error;
          return refuse(reply, status, storeProblem(error).message);
        }
      },
    );
    done();
  });
};
