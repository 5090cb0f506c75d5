import {
  type Caller,
  type GenerateQueryAnswer,
  type GenerateQueryDeclined,
  type GenerateQueryRequest,
  type InterpretResponse,
  PROCESS_QUERY_TASK,
  type ProcessQueryPayload,
  type QueryResult,
  type ServiceName,
  type Turn,
  type Validation,
} from '@clearspan/contracts';
import { inSpan } from '@clearspan/instrumentation';
import type { Outcome, PipelineServices } from './ports.ts';
import { type BundleSteps, runBundle } from './run-bundle.ts';

/** Nobody reads more whole records than this in an answer; a thousand of them are most of a megabyte. */
const ANSWER_RECORDS_MAX = 500;

/** Rows of an answer that go into the background task. */
const SAMPLE_ROWS_MAX = 50;

type Interpreted = Extract<InterpretResponse, { kind: 'answer' }>;
type Untraced<T> = Omit<T, 'processing_time_ms' | 'trace_id' | 'span_id' | 'is_root_span'>;
type Failure = Extract<Outcome<never>, { ok: false }>;

export interface PipelineInput {
  readonly request: GenerateQueryRequest;
  readonly caller: Caller;
  readonly traceId: string;
}

/** The question could not be answered because a service it cannot do without did not answer. */
export interface PipelineFailure {
  readonly kind: 'failed';
  readonly service: ServiceName;
  readonly failure: Failure;
}

export type PipelineResult = Untraced<GenerateQueryAnswer> | Untraced<GenerateQueryDeclined> | PipelineFailure;

/** What the question may be about: what the caller says was before, or else what was said in its conversation. */
const contextOf = async ({ request, caller }: PipelineInput, services: PipelineServices): Promise<readonly Turn[]> => {
  if (request.context || !request.conversation_id) return request.context ?? [];
  const outcome = await services.turns(request.conversation_id, caller.user);
  // Without what was said before the question is read alone.
  return outcome.ok ? outcome.value.turns : [];
};

const interpret = (
  { request, caller }: PipelineInput,
  context: readonly Turn[],
  services: PipelineServices,
): Promise<Outcome<InterpretResponse>> =>
  inSpan('api_gateway.call_query_service', {}, () =>
    services.interpret({
      user_input: request.user_input,
      mode: request.mode ?? 'smart',
      caller,
      ...(context.length > 0 ? { context: [...context] } : {}),
      ...(request.time_range ? { time_range: request.time_range } : {}),
    }),
  );

const validate = (query: string, services: PipelineServices): Promise<Outcome<Validation>> =>
  inSpan('api_gateway.call_validation_service', {}, () => services.validate(query));

interface Execution {
  readonly result?: QueryResult;
  readonly execution_error?: { code: string; message: string };
}

const execute = async (query: string, { request }: PipelineInput, services: PipelineServices): Promise<Execution> => {
  const outcome = await inSpan('api_gateway.execute_query', { attributes: { 'query.generated': query } }, () =>
    services.execute({
      query,
      records: ANSWER_RECORDS_MAX,
      ...(request.time_range ? { time_range: request.time_range } : {}),
    }),
  );
  return outcome.ok ? { result: outcome.value } : { execution_error: { code: outcome.code, message: outcome.message } };
};

const bundleSteps = (input: PipelineInput, services: PipelineServices): BundleSteps => ({
  validate: (query) => validate(query, services),
  execute: (query) => execute(query, input, services),
  read: (request) => inSpan('api_gateway.call_query_service', {}, () => services.readBundle(request)),
});

const taskPayload = (
  { request, traceId }: PipelineInput,
  answer: Interpreted,
  { is_valid, syntax_score, complexity_score }: Validation,
  { result }: Execution,
): ProcessQueryPayload => ({
  user_input: request.user_input,
  query: answer.query,
  intent: answer.intent,
  intent_confidence: answer.intent_confidence,
  validation: { is_valid, syntax_score, complexity_score },
  execution: result
    ? {
        row_count: result.row_count,
        scanned_rows: result.scanned_rows,
        scanned_bytes: result.scanned_bytes,
        execution_time_ms: result.execution_time_ms,
        truncated: result.truncated,
        columns: result.columns,
        sample: result.rows.slice(0, SAMPLE_ROWS_MAX),
      }
    : null,
  trace_id: traceId,
});

/** A question without its background task is still answered: null says that there is none. */
const enqueue = (payload: ProcessQueryPayload, services: PipelineServices): Promise<string | null> =>
  inSpan('api_gateway.enqueue_processing', {}, async () => {
    const outcome = await services.enqueue({ type: PROCESS_QUERY_TASK, payload, idempotency_key: payload.trace_id });
    return outcome.ok ? outcome.value.message_id : null;
  });

/** Question → query → checked → run → handed on. The shape of this function is the trace of one question. */
export const answerQuestion = async (input: PipelineInput, services: PipelineServices): Promise<PipelineResult> => {
  const called: ServiceName[] = ['query-service'];
  const interpreted = await interpret(input, await contextOf(input, services), services);
  if (!interpreted.ok) return { kind: 'failed', service: 'query-service', failure: interpreted };
  const answer = interpreted.value;
  if (answer.kind !== 'answer') {
    const planned = answer.kind === 'clarify' ? answer.bundle : undefined;
    const looked = planned && input.request.execute ? await runBundle(planned, bundleSteps(input, services)) : null;
    return {
      success: true,
      kind: answer.kind,
      message: answer.message,
      options: answer.options,
      ...(answer.kind === 'clarify' && answer.model ? { model: answer.model } : {}),
      ...(planned ? { bundle: looked?.bundle ?? planned } : {}),
      services_called: [...called, ...(looked?.called ?? [])],
    };
  }

  called.push('validation-service');
  const validated = await validate(answer.query, services);
  if (!validated.ok) return { kind: 'failed', service: 'validation-service', failure: validated };
  const validation = validated.value;

  let execution: Execution = {};
  if (input.request.execute && validation.is_valid) {
    called.push('telemetry-store');
    execution = await execute(answer.query, input, services);
  } else if (input.request.execute) {
    execution = { execution_error: { code: 'INVALID_QUERY', message: 'the query has errors and was not run' } };
  }

  const taskId = await enqueue(taskPayload(input, answer, validation, execution), services);
  if (taskId !== null) called.push('queue-service');

  const recorded = await services.recordHistory({
    user_input: input.request.user_input,
    query: answer.query,
    intent: answer.intent,
    validation,
    row_count: execution.result?.row_count ?? null,
    execution_time_ms: execution.result?.execution_time_ms ?? null,
    trace_id: input.traceId,
    task_id: taskId,
    conversation_id: input.request.conversation_id ?? null,
    asked_by: input.caller.user,
  });
  if (recorded.ok) called.push('storage-service');

  return { success: true, ...answer, validation, ...execution, background_task_id: taskId, services_called: called };
};
