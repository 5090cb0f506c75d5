import { type ProcessRequest, type ProcessResponse, processRequest, processResponse } from '@clearspan/contracts';
import { inSpan } from '@clearspan/instrumentation';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { complexityOf } from '../core/complexity.ts';
import { factsOf } from '../core/facts.ts';
import { insightsOf } from '../core/insights/insights.ts';
import type { StoreProcessing } from '../core/storage.ts';
import { transform } from '../core/transform.ts';

type Found = Omit<ProcessResponse, 'record_id'>;

/** The three looks at one answered question, each in a span of its own. */
const findOut = ({ payload }: ProcessRequest): Found => {
  const facts = factsOf(payload);
  const complexity = inSpan('processing_service.analyze_complexity', {}, (span) => {
    const found = complexityOf(payload.query);
    span.setAttributes({ 'complexity.level': found.level, 'complexity.score': found.score });
    return found;
  });
  const insights = inSpan('processing_service.generate_insights', {}, (span) => {
    const found = [...insightsOf(facts)];
    const recommendations = found.filter(({ recommendation }) => recommendation !== undefined).length;
    span.setAttributes({ 'insights.count': found.length, 'insights.recommendations_count': recommendations });
    return found;
  });
  const transformed = inSpan('processing_service.transform_data', {}, (span) => {
    const found = transform(facts);
    span.setAttribute('transform.kind', found.kind);
    return found;
  });
  return { complexity, insights, transformed };
};

const kept = (store: StoreProcessing, { task_id, payload }: ProcessRequest, found: Found): Promise<string> =>
  inSpan('processing_service.store_insights', {}, async (span) => {
    const { user_input, query, trace_id } = payload;
    const outcome = await store(task_id, { user_input, query, trace_id, ...found });
    if (outcome.kind === 'failed') throw problem(outcome.code, `the insights could not be stored: ${outcome.message}`);
    span.setAttributes({ 'storage.record_id': outcome.stored.record_id, 'storage.created': outcome.stored.created });
    return outcome.stored.record_id;
  });

/** `POST /process`: what is worth knowing of one answered question, stored under the id of its task. */
export const processRoute = (app: ServiceApp, store: StoreProcessing): void => {
  app.post(
    '/process',
    {
      config: { span: 'processing_service.process_query_data' },
      schema: { body: processRequest, response: { 200: processResponse } },
    },
    async (request) => {
      const start = performance.now();
      const found = findOut(request.body);
      const record_id = await kept(store, request.body, found);
      request.span?.setAttributes({
        'message.id': request.body.task_id,
        'complexity.level': found.complexity.level,
        'processing.time_ms': performance.now() - start,
        'storage.record_id': record_id,
      });
      return { record_id, ...found };
    },
  );
};
