import {
  PROBLEM_STATUS,
  PROBLEM_TITLE,
  type ProblemCode,
  type ProblemDetails,
  type ProblemItem,
} from '@clearspan/contracts';

/** An error that is an answer: thrown by a handler, sent as problem details. Recognised by `problem`. */
export interface ProblemError extends Error {
  readonly problem: {
    readonly code: ProblemCode;
    readonly errors?: readonly ProblemItem[] | undefined;
    readonly headers?: Readonly<Record<string, string>> | undefined;
  };
}

export interface ProblemOptions {
  readonly errors?: readonly ProblemItem[] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cause?: unknown;
}

/** `detail` says what is wrong and what is expected; it is shown to the caller. */
export const problem = (
  code: ProblemCode,
  detail: string,
  { errors, headers, cause }: ProblemOptions = {},
): ProblemError => Object.assign(new Error(detail, { cause }), { problem: { code, errors, headers } });

/** Whether an error is one that `problem` made. */
export const isProblem = (error: unknown): error is ProblemError => error instanceof Error && 'problem' in error;

export interface ProblemScene {
  readonly instance: string;
  readonly traceId: string | null;
  readonly correlationId: string | null;
}

/** The body of an error answer. */
export const problemBody = (
  { problem: { code, errors }, message }: ProblemError,
  { instance, traceId, correlationId }: ProblemScene,
): ProblemDetails => ({
  type: `https://clearspan.dev/problems/${code.toLowerCase().replaceAll('_', '-')}`,
  title: PROBLEM_TITLE[code],
  status: PROBLEM_STATUS[code],
  detail: message,
  code,
  instance,
  trace_id: traceId,
  correlation_id: correlationId,
  ...(errors?.length ? { errors: [...errors] } : {}),
});
