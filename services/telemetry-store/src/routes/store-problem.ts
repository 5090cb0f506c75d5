import type { ProblemCode } from '@clearspan/contracts';
import { type ProblemError, problem } from '@clearspan/service-kit';
import type { StoreError, StoreErrorCode } from '@clearspan/telemetry-store';

const ANSWERS: Readonly<Record<StoreErrorCode, readonly [ProblemCode, string]>> = {
  TIMEOUT: [
    'DEADLINE_EXCEEDED',
    'the query ran longer than its limit; a shorter time range or a filter makes it faster',
  ],
  MEMORY: [
    'INVALID_QUERY',
    'the query needs more memory than its limit; a shorter time range or fewer groups make it smaller',
  ],
  TOO_MANY_ROWS: ['INVALID_QUERY', 'the result is larger than its limit; `limit` makes it smaller'],
  REFUSED: ['INVALID_QUERY', 'the query ended itself'],
  CANCELLED: ['SERVICE_UNAVAILABLE', 'the query was cancelled'],
  UNAVAILABLE: ['SERVICE_UNAVAILABLE', 'the engine is busy or starting again'],
  LOCKED: ['SERVICE_UNAVAILABLE', 'the data directory is held by another process'],
  ENGINE: ['INTERNAL_ERROR', 'the engine failed'],
};

const isStoreError = (error: unknown): error is StoreError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code in ANSWERS;

/** The answer for what the engine said; anything else is passed on as it is. */
export const storeProblem = (error: unknown): ProblemError => {
  if (!isStoreError(error)) throw error;
  const [code, answer] = ANSWERS[error.code];
  const detail = error.code === 'REFUSED' ? error.message : answer;
  const headers = code === 'SERVICE_UNAVAILABLE' ? { 'retry-after': '1' } : undefined;
  return problem(code, detail, { headers, cause: error });
};
