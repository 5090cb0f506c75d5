import {
  bundle,
  enqueueResponse,
  historyTurns,
  interpretResponse,
  isProblemCode,
  queryResult,
  type ServiceName,
  storedHistory,
  validation,
} from '@clearspan/contracts';
import type { CallError, MeshClient } from '@clearspan/mesh';
import type { z } from 'zod';
import type { Outcome, PipelineServices } from '../core/ports.ts';

/** A fault of the question stays the caller's; anything else of a service behind is a fault of ours. */
export const failureOf = (error: CallError): Extract<Outcome<never>, { ok: false }> => {
  const problem = error.problem;
  const code = problem?.code ?? error.code;
  const errors = problem?.errors ? { errors: problem.errors } : {};
  const message = problem ? problem.detail : error.message;
  return { ok: false, code: isProblemCode(code) ? code : 'UPSTREAM_ERROR', message, ...errors };
};

interface Call {
  readonly service: ServiceName;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly deadlineMs?: number;
}

/** The store ends a query by itself after twenty seconds; its answer to that is worth waiting for. */
export const QUERY_MS = 25_000;

/** An answer that is ready waits no longer for what only follows it: its background task, its place in the history. */
const FOLLOWING_MS = 2_000;

/** A question may wait for a model, which has fifteen seconds; without one it is answered in a few milliseconds. */
const INTERPRET_MS = 18_000;

/** Calls a service and holds its answer against the contract: an answer of another shape is an upstream error. */
export const callFor = async <T>(mesh: MeshClient, schema: z.ZodType<T>, call: Call): Promise<Outcome<T>> => {
  const answer = await mesh.call(call);
  if (!answer.ok) return failureOf(answer.error);
  const parsed = schema.safeParse(answer.data);
  if (parsed.success) return { ok: true, value: parsed.data };
  const first = parsed.error.issues[0];
  const where = first ? `${first.path.join('.')}: ${first.message}` : 'unreadable';
  return { ok: false, code: 'UPSTREAM_ERROR', message: `${call.service} gave an answer of another shape: ${where}` };
};

export const pipelineServices = (mesh: MeshClient): PipelineServices => ({
  interpret: (body) =>
    callFor(mesh, interpretResponse, {
      service: 'query-service',
      method: 'POST',
      path: '/generate',
      body,
      deadlineMs: INTERPRET_MS,
    }),
  validate: (query) =>
    callFor(mesh, validation, { service: 'validation-service', method: 'POST', path: '/validate', body: { query } }),
  execute: (body) =>
    callFor(mesh, queryResult, {
      service: 'telemetry-store',
      method: 'POST',
      path: '/api/query',
      body,
      deadlineMs: QUERY_MS,
    }),
  readBundle: (body) => callFor(mesh, bundle, { service: 'query-service', method: 'POST', path: '/read-bundle', body }),
  enqueue: (body) =>
    callFor(mesh, enqueueResponse, {
      service: 'queue-service',
      method: 'POST',
      path: '/enqueue',
      body,
      deadlineMs: FOLLOWING_MS,
    }),
  turns: (conversationId, user) =>
    callFor(mesh, historyTurns, {
      service: 'storage-service',
      method: 'GET',
      path: '/history/turns',
      query: { conversation_id: conversationId, user },
      deadlineMs: FOLLOWING_MS,
    }),
  recordHistory: (body) =>
    callFor(mesh, storedHistory, {
      service: 'storage-service',
      method: 'POST',
      path: '/history',
      body,
      deadlineMs: FOLLOWING_MS,
    }),
});
