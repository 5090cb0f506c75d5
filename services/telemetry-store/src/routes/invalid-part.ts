import { type ProblemError, problem } from '@clearspan/service-kit';
import type { CallerError } from '../core/query/caller-errors.ts';

/** The answer to a query string whose `part` is not valid DataPrime; offsets are of the part. */
export const invalidPart = (part: string, found: readonly CallerError[]): ProblemError => {
  const path = `querystring.${part}`;
  const errors = found.map(({ code, message, span }) => ({ path, code, message, ...span }));
  return problem('INVALID_QUERY', errors[0]?.message ?? `the ${part} is not valid`, { errors });
};
