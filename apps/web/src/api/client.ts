import type { ProblemDetails, ProblemItem } from '@clearspan/contracts';

/** Why a request gave nothing, in a form that can be shown. */
export interface ApiError {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number | null;
  readonly traceId: string | null;
  readonly items: readonly ProblemItem[];
}

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiError };

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** A status beside 2xx whose body is an answer all the same: health tells what is ill with 503. */
  readonly alsoStatus?: number;
}

const ANSWER_MS = 60_000;

const isProblem = (body: unknown): body is ProblemDetails =>
  typeof body === 'object' && body !== null && typeof (body as { code?: unknown }).code === 'string';

/** The error of an answer that is not 2xx. Whatever stands between may answer with something that is no problem detail. */
export const errorOf = (status: number, body: unknown): ApiError => {
  if (!isProblem(body))
    return {
      code: `HTTP_${status}`,
      title: 'The server answered with an error',
      detail: `status ${status}, without an explanation`,
      status,
      traceId: null,
      items: [],
    };
  return {
    code: body.code,
    title: body.title,
    detail: body.detail,
    status,
    traceId: body.trace_id ?? null,
    items: body.errors ?? [],
  };
};

const unreachable = (error: unknown): ApiError => {
  const name = (error as { name?: string }).name;
  return {
    code: name === 'TimeoutError' ? 'DEADLINE_EXCEEDED' : 'UNREACHABLE',
    title: name === 'TimeoutError' ? 'No answer in time' : 'The server could not be reached',
    detail:
      name === 'TimeoutError'
        ? `expected an answer within ${ANSWER_MS / 1_000} s`
        : 'is it running? `clearspan up` starts it, `clearspan doctor` says what is wrong',
    status: null,
    traceId: null,
    items: [],
  };
};

const call = async <T>(url: string, init: RequestInit, options: CallOptions): Promise<Reply<T>> => {
  const timeout = AbortSignal.timeout(ANSWER_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    const response = await fetch(url, { ...init, signal });
    const body: unknown = await response.json().catch(() => null);
    const counts = response.ok || response.status === options.alsoStatus;
    if (counts && body !== null && !(isProblem(body) && !response.ok)) return { ok: true, value: body as T };
    return { ok: false, error: errorOf(response.status, body) };
  } catch (error) {
    return { ok: false, error: unreachable(error) };
  }
};

export const getJson = <T>(url: string, options: CallOptions = {}): Promise<Reply<T>> =>
  call<T>(url, { headers: { accept: 'application/json' } }, options);

export const postJson = <T>(url: string, body: unknown, options: CallOptions = {}): Promise<Reply<T>> =>
  call<T>(
    url,
    {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    options,
  );

export const deleteJson = <T>(url: string, options: CallOptions = {}): Promise<Reply<T>> =>
  call<T>(url, { method: 'DELETE', headers: { accept: 'application/json' } }, options);
