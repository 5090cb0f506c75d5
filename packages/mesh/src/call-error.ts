import {
  isProblemCode,
  PROBLEM_STATUS,
  type ProblemCode,
  type ProblemDetails,
  problemDetails,
} from '@clearspan/contracts';

export type CallErrorCode = ProblemCode | 'CANCELLED';

/** Why a call has no answer, or an answer that is not a success. A value: the caller decides what it means. */
export interface CallError {
  readonly code: CallErrorCode;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  readonly message: string;
  /** What the service said, when it said it as problem details. */
  readonly problem?: ProblemDetails;
}

const NOT_REACHED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const BROKEN: ReadonlySet<string> = new Set([
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
]);

export const systemCode = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
};

/** Whether the connection broke before the answer: a call that may be repeated can be sent once more. */
export const isBroken = (error: unknown): boolean => BROKEN.has(systemCode(error) ?? '');

/** The call did not come to an answer. */
export const transportError = (service: string, error: unknown): CallError => {
  const code = systemCode(error);
  if (code && NOT_REACHED.has(code))
    return { code: 'SERVICE_UNAVAILABLE', message: `${service} cannot be reached (${code})` };
  if (isBroken(error)) {
    return { code: 'SERVICE_UNAVAILABLE', message: `${service} closed the connection before it answered (${code})` };
  }
  return { code: 'UPSTREAM_ERROR', message: `the call to ${service} failed (${code ?? String(error)})` };
};

/** Codes by status; where two share one, a service behind is what failed. */
const CODE_OF_STATUS: ReadonlyMap<number, ProblemCode> = new Map(
  (Object.entries(PROBLEM_STATUS) as [ProblemCode, number][])
    .filter(([, status]) => status !== 500)
    .map(([code, status]) => [status, code]),
);

const codeOf = (status: number, problem: ProblemDetails | undefined): ProblemCode => {
  if (problem && isProblemCode(problem.code)) return problem.code;
  return CODE_OF_STATUS.get(status) ?? (status >= 500 ? 'UPSTREAM_ERROR' : 'INVALID_REQUEST');
};

/** What interfaces say that have a form of error of their own, as the direct-query one has. */
const messageIn = (data: unknown): string | undefined => {
  if (typeof data !== 'object' || data === null || !('message' in data)) return undefined;
  return typeof data.message === 'string' && data.message !== '' ? data.message : undefined;
};

/** The answer is an error. */
export const answerError = (service: string, status: number, data: unknown): CallError => {
  const parsed = problemDetails.safeParse(data);
  const problem = parsed.success ? parsed.data : undefined;
  const message = problem ? problem.detail : (messageIn(data) ?? `${service} answered ${status}`);
  return { code: codeOf(status, problem), status, message, ...(problem ? { problem } : {}) };
};
