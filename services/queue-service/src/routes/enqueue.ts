import { type EnqueueRequest, enqueueRequest, enqueueResponse } from '@clearspan/contracts';
import { carrierOf, inSpan } from '@clearspan/instrumentation';
import { type ProblemError, problem, type ServiceApp } from '@clearspan/service-kit';
import type { TaskStore } from '@clearspan/tasks';
import { SpanKind } from '@opentelemetry/api';
import { type AddOutcome, addTask } from '../core/add-task.ts';
import { checkTask } from '../core/check-task.ts';

const RETRY_AFTER_S = 5;

const checked = (request: EnqueueRequest): EnqueueRequest => {
  const check = checkTask(request.type, request.payload);
  switch (check.kind) {
    case 'fine':
      return request;
    case 'unknown-type': {
      const message = `unknown task type "${request.type}"; known: ${check.known.join(', ')}`;
      throw problem('INVALID_REQUEST', message, { errors: [{ path: 'body.type', message }] });
    }
    case 'wrong-payload':
      throw problem('INVALID_REQUEST', `the payload is not that of a ${request.type} task`, { errors: check.errors });
  }
};

const refusal = (outcome: Exclude<AddOutcome, { kind: 'added' }>): ProblemError => {
  switch (outcome.kind) {
    case 'full':
      return problem('SERVICE_UNAVAILABLE', `expected room in the queue, found ${outcome.depth} tasks waiting`, {
        headers: { 'Retry-After': String(RETRY_AFTER_S) },
      });
    case 'too-large':
      return problem(
        'PAYLOAD_TOO_LARGE',
        `expected a ${outcome.what} of at most ${outcome.bytesMax} bytes, found ${outcome.bytes}`,
      );
  }
};

/** The PRODUCER span: its context is stored with the task, so that what runs it continues this trace. */
const added = (store: TaskStore, request: EnqueueRequest): Promise<Extract<AddOutcome, { kind: 'added' }>> =>
  inSpan(
    'queue_service.add_to_queue',
    {
      kind: SpanKind.PRODUCER,
      attributes: {
        'messaging.system': 'clearspan',
        'messaging.operation.name': 'add',
        'messaging.operation.type': 'send',
        'messaging.destination.name': request.type,
      },
    },
    async (span) => {
      const outcome = await addTask(store, request, carrierOf());
      if (outcome.kind !== 'added') throw refusal(outcome);
      span.setAttributes({
        'messaging.message.id': outcome.response.message_id,
        'message.id': outcome.response.message_id,
        'queue.size': outcome.depth,
      });
      return outcome;
    },
  );

export const enqueueRoute = (app: ServiceApp, store: TaskStore): void => {
  app.post(
    '/enqueue',
    {
      config: { span: 'queue_service.enqueue_message' },
      schema: { body: enqueueRequest, response: { 202: enqueueResponse } },
    },
    async (request, reply) => {
      const outcome = await added(store, checked(request.body));
      request.span?.setAttributes({ 'message.id': outcome.response.message_id, 'queue.size': outcome.depth });
      return reply.code(202).send(outcome.response);
    },
  );
};
