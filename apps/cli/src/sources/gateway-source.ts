import {
  type Catalog,
  type GenerateQueryResponse,
  isProblemCode,
  PROBLEM_STATUS,
  type QueryResult,
  type ServiceMap,
  type TraceResponse,
} from '@clearspan/contracts';
import type { Call } from './call.ts';
import { httpJson } from './http-json.ts';
import type { Answer, Outcome, QuerySource, QuestionAsk, SourceFailure } from './query-source.ts';

/** A query that was refused is wrong; one that ran into a service which failed is not. */
const kindOf = (code: string): SourceFailure['kind'] =>
  isProblemCode(code) && PROBLEM_STATUS[code] >= 500 ? 'unreachable' : 'input';

const executionFailure = (error: { code: string; message: string } | undefined): SourceFailure | null =>
  error ? { kind: kindOf(error.code), code: error.code, message: error.message, diagnostics: [] } : null;

const readAnswer = (response: GenerateQueryResponse): Answer => {
  const model = response.model ? { model: response.model } : {};
  if (response.kind !== 'answer') {
    const { kind, message, options, bundle = null } = response;
    return { kind, message, options, bundle, ...model };
  }
  return {
    kind: 'answer',
    query: response.query,
    interpretation: response.interpretation,
    confidence: response.confidence,
    assumptions: response.assumptions,
    ignored: response.ignored,
    alternatives: response.alternatives,
    result: response.result ?? null,
    failure: executionFailure(response.execution_error),
    traceId: response.trace_id,
    ...model,
  };
};

const unsupported = (what: string): Outcome<never> => ({
  ok: false,
  failure: { kind: 'input', code: 'INVALID_REQUEST', message: what, diagnostics: [] },
});

/** The running system, through its gateway at `url`. `patient` waits when the gateway says it is asked too often. */
export const gatewaySource = (url: string, patient: boolean): QuerySource => {
  const base = url.replace(/\/+$/, '');
  return {
    tables: [],
    query: (ask, call) =>
      httpJson<QueryResult>('POST', `${base}/api/query`, {
        patient,
        call,
        body: {
          query: ask.query,
          ...(ask.window ? { time_range: ask.window } : {}),
          ...(ask.now ? { now: ask.now } : {}),
          ...(ask.limit ? { limit: ask.limit } : {}),
          ...(ask.parameters ? { parameters: ask.parameters } : {}),
        },
      }),
    ask: async (ask: QuestionAsk, call?: Call) => {
      // The gateway answers with its own clock; pretending otherwise would give a wrong answer silently.
      if (ask.now)
        return unsupported('--now is not supported yet for questions to the running system; it is for files');
      const outcome = await httpJson<GenerateQueryResponse>('POST', `${base}/api/generate-query`, {
        patient,
        call,
        body: {
          user_input: ask.question,
          execute: ask.run,
          ...(ask.context.length ? { context: ask.context } : {}),
          ...(ask.window ? { time_range: ask.window } : {}),
        },
      });
      return outcome.ok ? { ok: true, value: readAnswer(outcome.value) } : outcome;
    },
    catalog: (call) => httpJson<Catalog>('GET', `${base}/api/catalog`, { call }),
    trace: (id, call) => httpJson<TraceResponse>('GET', `${base}/api/traces/${encodeURIComponent(id)}`, { call }),
    serviceMap: (window, call) => {
      const asked = window === undefined ? '' : `?${new URLSearchParams({ ...window }).toString()}`;
      return httpJson<ServiceMap>('GET', `${base}/api/service-map${asked}`, { call });
    },
    close: async () => undefined,
  };
};
