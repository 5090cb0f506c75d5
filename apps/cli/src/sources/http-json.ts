import { setTimeout as delay } from 'node:timers/promises';
import { PROBLEM_STATUS, type ProblemDetails } from '@clearspan/contracts';
import { type Call, readTraceparent } from './call.ts';
import type { Outcome, SourceFailure } from './query-source.ts';
import { slowRequest } from './slow-request.ts';

const ANSWER_MS = 60_000;
/** `fetch` waits no longer than this for the head of an answer. */
const FETCH_ANSWER_MS_MAX = 300_000;
const RETRY_AFTER_MS_MAX = 61_000;
const BODY_BYTES_MAX = 64 * 1024 * 1024;

const causeText = (error: unknown): string => {
  const cause = (error as { cause?: { code?: unknown; message?: unknown } }).cause;
  const text = cause?.code ?? cause?.message ?? (error as { message?: unknown }).message;
  return typeof text === 'string' ? text : 'no answer';
};

export const unreachable = (url: string, error: unknown, startedBy = 'clearspan up'): SourceFailure => ({
  kind: 'unreachable',
  code: 'SERVICE_UNAVAILABLE',
  message: `${url} could not be reached (${causeText(error)}); start the system with \`${startedBy}\``,
  diagnostics: [],
});

const isProblem = (body: unknown): body is ProblemDetails =>
  typeof body === 'object' && body !== null && typeof (body as { code?: unknown }).code === 'string';

/** Statuses that say the request was wrong; the rest says that the system was. */
const isInput = (status: number): boolean =>
  status >= 400 && status < 500 && status !== PROBLEM_STATUS.RATE_LIMIT_EXCEEDED && status !== 404;

/** What a status that is not fine says. */
export const refused = (url: string, status: number, body: unknown): SourceFailure => {
  const kind = isInput(status) ? 'input' : 'unreachable';
  if (!isProblem(body))
    return { kind, code: `HTTP_${status}`, message: `${url} answered with status ${status}`, diagnostics: [] };
  const diagnostics = (body.errors ?? []).flatMap((e) =>
    e.start === undefined
      ? []
      : [
          {
            code: e.code ?? body.code,
            severity: 'error' as const,
            message: e.message,
            start: e.start,
            end: e.end ?? e.start,
          },
        ],
  );
  const others = (body.errors ?? []).filter((e) => e.start === undefined && e.message !== body.detail);
  const details = others.map((e) => `; ${e.path ? `${e.path}: ` : ''}${e.message}`).join('');
  const trace = body.trace_id ? ` (trace ${body.trace_id})` : '';
  return { kind, code: body.code, message: `${body.detail || body.title}${details}${trace}`, diagnostics };
};

export const readBody = async (response: Response): Promise<unknown> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) throw new Error(`the answer has more than ${BODY_BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
};

export interface HttpJsonOptions {
  readonly body?: unknown;
  /** By default a minute. */
  readonly answerMs?: number;
  /** Waits once when the limit of requests is reached, as long as it is told to: for batches. */
  readonly patient?: boolean;
  /** The command that starts what is asked; by default the system itself. */
  readonly startedBy?: string;
  /** Whom it is for; by default a caller that waits. */
  readonly call?: Call | undefined;
}

type Method = 'GET' | 'POST' | 'DELETE';

const send = (method: Method, url: string, options: HttpJsonOptions): Promise<Response> => {
  const { answerMs = ANSWER_MS, body, call } = options;
  const timeout = AbortSignal.timeout(answerMs);
  const request = {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(call?.traceparent ? { traceparent: call.traceparent } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: call ? AbortSignal.any([timeout, call.signal]) : timeout,
  };
  return answerMs > FETCH_ANSWER_MS_MAX ? slowRequest(url, request) : fetch(url, request);
};

const retryAfterMs = (response: Response): number =>
  Math.min(RETRY_AFTER_MS_MAX, Number(response.headers.get('retry-after') ?? 1) * 1_000 || 1_000);

/** One request with JSON in and JSON out. What is wrong comes back as a failure. */
export const httpJson = async <T>(method: Method, url: string, options: HttpJsonOptions = {}): Promise<Outcome<T>> => {
  try {
    let response = await send(method, url, options);
    if (options.patient && response.status === PROBLEM_STATUS.RATE_LIMIT_EXCEEDED) {
      await response.body?.cancel();
      await delay(retryAfterMs(response));
      response = await send(method, url, options);
    }
    if (options.call)
      options.call.traceparent = readTraceparent(response.headers.get('traceparent')) ?? options.call.traceparent;
    const answer = await readBody(response);
    if (response.ok && answer !== null) return { ok: true, value: answer as T };
    return { ok: false, failure: refused(new URL(url).origin, response.status, answer) };
  } catch (error) {
    return { ok: false, failure: unreachable(new URL(url).origin, error, options.startedBy) };
  }
};
