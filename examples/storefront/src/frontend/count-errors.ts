import { problemDetails } from '@clearspan/contracts';
import type { Counter } from '@clearspan/instrumentation';
import type { ServiceApp } from '@clearspan/service-kit';

/** The code is read off the answer, which is where every error has come to be one. */
const typeOf = (payload: unknown): string => {
  const problem = typeof payload === 'string' ? problemDetails.safeParse(JSON.parse(payload)) : null;
  return problem?.success ? problem.data.code.toLowerCase() : 'unknown';
};

/** Counts the answers of 400 and above that the shop gives. */
export const countErrors = (app: ServiceApp, errors: Counter): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.span !== null && reply.statusCode >= 400) errors.add(1, { type: typeOf(payload) });
    return payload;
  });
};
