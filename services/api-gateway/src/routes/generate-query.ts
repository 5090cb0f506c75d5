import { generateQueryRequest, generateQueryResponse } from '@clearspan/contracts';
import { counter, rootOf } from '@clearspan/instrumentation';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { answerQuestion } from '../core/pipeline.ts';
import type { PipelineServices } from '../core/ports.ts';
import type { RequireCaller } from './caller.ts';

const queries = counter('dataprime_queries_total', {
  description: 'Questions turned into DataPrime, by intent and outcome',
});

/** `POST /api/generate-query`: the question in, the query, its check, its rows and the trace out. */
export const generateQueryRoute = (app: ServiceApp, services: PipelineServices, callerOf: RequireCaller): void => {
  app.post(
    '/api/generate-query',
    {
      config: { span: 'api_gateway.generate_query_pipeline' },
      schema: {
        summary: 'Ask a question',
        tags: ['ask'],
        body: generateQueryRequest,
        response: { 200: generateQueryResponse },
      },
    },
    async (request) => {
      const started = performance.now();
      const { traceId, spanId, isRoot } = rootOf(request.span);
      request.span?.setAttribute('user.input.length', request.body.user_input.length);
      const result = await answerQuestion({ request: request.body, caller: callerOf(request), traceId }, services);
      if (result.kind === 'failed') {
        queries.add(1, { intent: 'unknown', outcome: 'failed' });
        throw problem(result.failure.code, result.failure.message, { errors: result.failure.errors });
      }
      const intent = result.kind === 'answer' ? result.intent : 'none';
      const outcome = result.kind === 'answer' && result.execution_error ? 'not_run' : result.kind;
      queries.add(1, { intent, outcome });
      if (result.kind === 'answer') {
        request.span?.setAttributes({
          'intent.type': result.intent,
          'intent.confidence': result.intent_confidence,
          'query.generated': result.query,
          'validation.score': result.validation.syntax_score,
          'validation.is_valid': result.validation.is_valid,
          'validation.warnings_count': result.validation.warnings.length,
        });
      }
      const ms = Math.round((performance.now() - started) * 1000) / 1000;
      request.span?.setAttribute('processing.time_ms', ms);
      return { ...result, processing_time_ms: ms, trace_id: traceId, span_id: spanId, is_root_span: isRoot };
    },
  );
};
