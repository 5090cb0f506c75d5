import { contextFrom, failSpan, histogram, inSpan } from '@clearspan/instrumentation';
import type { Claim } from '@clearspan/tasks';
import { type Link, SpanKind, trace } from '@opentelemetry/api';
import type { AttemptEnd } from './core/run-attempt.ts';

const duration = histogram('task_duration_seconds', {
  description: 'How long attempts of background tasks took, by type and outcome',
  bucketsSeconds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
});

const linksTo = (producer: ReturnType<typeof trace.getSpanContext>): readonly Link[] =>
  producer === undefined ? [] : [{ context: producer }];

/**
 * One attempt as a CONSUMER span: a child of the span that added the task, so that the whole question is one trace, and
 * linked to it, as the conventions for messages ask. Attempts that failed are in error and say whether another follows.
 */
export const tracedAttempt = ({ task, lease }: Claim, run: () => Promise<AttemptEnd>): Promise<AttemptEnd> => {
  const parent = contextFrom(task.carrier);
  const settings = {
    kind: SpanKind.CONSUMER,
    parent,
    links: linksTo(trace.getSpanContext(parent)),
    attributes: {
      'messaging.system': 'clearspan',
      'messaging.operation.name': 'process',
      'messaging.operation.type': 'process',
      'messaging.destination.name': task.type,
      'messaging.message.id': task.id,
      'message.id': task.id,
      'task.attempt': lease.attempt,
      'task.wait_ms': Math.max(0, task.startedAtMs - task.runAtMs),
    },
  };
  return inSpan('queue_service.process_background_message', settings, async (span) => {
    const start = performance.now();
    const end = await run();
    span.setAttribute('task.outcome', end.kind);
    if (end.kind === 'retry' || end.kind === 'dead') failSpan(span, new Error(end.message));
    duration.record((performance.now() - start) / 1000, { type: task.type, outcome: end.kind });
    return end;
  });
};
