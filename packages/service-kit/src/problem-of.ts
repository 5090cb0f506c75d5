import type { ProblemItem } from '@clearspan/contracts';
import type { FastifyError, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import { isProblem, type ProblemError, problem } from './problem.ts';

/** Where a value stands: `body.user_input`. */
const itemsOf = (error: FastifyError): ProblemItem[] =>
  (error.validation ?? []).map(({ instancePath, message }) => {
    const path = [error.validationContext ?? 'body', ...instancePath.split('/').filter(Boolean)].join('.');
    return { path, message: message ?? 'not as expected' };
  });

const validation = (error: FastifyError): ProblemError => {
  const errors = itemsOf(error);
  const first = errors[0];
  return problem('INVALID_REQUEST', first ? `${first.path}: ${first.message}` : error.message, { errors });
};

type Translate = (error: FastifyError, request: FastifyRequest) => ProblemError;

/** What Fastify refuses by itself, by its error code. */
const REFUSALS: Readonly<Record<string, Translate>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (_, request) =>
    problem('PAYLOAD_TOO_LARGE', `expected a body of at most ${request.routeOptions.bodyLimit} bytes`),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: (_, request) =>
    problem(
      'UNSUPPORTED_MEDIA_TYPE',
      `expected content type application/json, found ${JSON.stringify(request.headers['content-type'] ?? 'none')}`,
    ),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    problem('INVALID_REQUEST', 'the body is not as long as its content-length says'),
  FST_ERR_MAX_PARAM_LENGTH: () => problem('INVALID_REQUEST', 'a part of the path is longer than any name here'),
  FST_ERR_BAD_URL: () => problem('INVALID_REQUEST', 'the path is not a valid URL path'),
};

/**
 * The problem behind any error of a request. An error nobody foresaw says nothing of itself to the caller: its message
 * may hold what it must not; the log has it.
 */
export const problemOf = (error: FastifyError | ProblemError | Error, request: FastifyRequest): ProblemError => {
  if (isProblem(error)) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return validation(error as FastifyError);
  if (isResponseSerializationError(error)) {
    return problem('INTERNAL_ERROR', 'the answer was not of the shape it is declared to have', { cause: error });
  }
  const translate = REFUSALS[(error as FastifyError).code ?? ''];
  if (translate) return translate(error as FastifyError, request);
  const status = (error as FastifyError).statusCode;
  if (status !== undefined && status >= 400 && status < 500) return problem('INVALID_REQUEST', error.message);
  if ((error as FastifyError).name === 'AbortError') {
    return problem('DEADLINE_EXCEEDED', 'the request ended before its work did', { cause: error });
  }
  return problem('INTERNAL_ERROR', 'something failed that should not; the log has it under this trace id', {
    cause: error,
  });
};
