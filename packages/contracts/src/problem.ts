import { z } from 'zod';

/** HTTP status of each stable error code. A code is never reused for another meaning. */
export const PROBLEM_STATUS = {
  INVALID_REQUEST: 400,
  AUTH_REQUIRED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INVALID_QUERY: 422,
  RATE_LIMIT_EXCEEDED: 429,
  GATEWAY_ERROR: 500,
  INTERNAL_ERROR: 500,
  UPSTREAM_ERROR: 502,
  SERVICE_UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 504,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** Whether a code is one of ours: what came over the wire may say anything. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEM_STATUS, code);

/** What a code means, the same in every answer that has it. */
export const PROBLEM_TITLE: Readonly<Record<ProblemCode, string>> = {
  INVALID_REQUEST: 'The request is not valid',
  AUTH_REQUIRED: 'Authentication is required',
  FORBIDDEN: 'Not allowed',
  NOT_FOUND: 'Not found',
  METHOD_NOT_ALLOWED: 'Method not allowed',
  CONFLICT: 'Conflict with the current state',
  PAYLOAD_TOO_LARGE: 'The body is too large',
  UNSUPPORTED_MEDIA_TYPE: 'The content type is not supported',
  INVALID_QUERY: 'The query is not valid',
  RATE_LIMIT_EXCEEDED: 'Too many requests',
  GATEWAY_ERROR: 'The gateway failed',
  INTERNAL_ERROR: 'The service failed',
  UPSTREAM_ERROR: 'A service behind this one failed',
  SERVICE_UNAVAILABLE: 'A service is not available',
  DEADLINE_EXCEEDED: 'The deadline has passed',
};

/** One thing that is wrong: where (`body.user_input`, or a span of a query) and what. */
export const problemItem = z.object({
  path: z.string().optional(),
  code: z.string().optional(),
  message: z.string(),
  start: z.number().optional(),
  end: z.number().optional(),
});
export type ProblemItem = z.infer<typeof problemItem>;

/** RFC 9457 problem details: the body of every error answer, as `application/problem+json`. */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  instance: z.string(),
  trace_id: z.string().nullable(),
  correlation_id: z.string().nullable(),
  errors: z.array(problemItem).optional(),
});
export type ProblemDetails = z.infer<typeof problemDetails>;
