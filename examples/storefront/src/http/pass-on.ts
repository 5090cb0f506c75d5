import { isProblemCode } from '@clearspan/contracts';
import type { CallOutcome } from '@clearspan/mesh';
import { problem } from '@clearspan/service-kit';

/** The answer of the service behind; an error of it is this service's error, with the status it had there. */
export const passOn = (outcome: CallOutcome): unknown => {
  if (outcome.ok) return outcome.data;
  const { code, message } = outcome.error;
  throw problem(isProblemCode(code) ? code : 'UPSTREAM_ERROR', message);
};
