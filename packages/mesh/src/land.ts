import { readBody } from './answer-body.ts';
import { answerError, type CallError, systemCode } from './call-error.ts';
import type { CallOutcome, StreamOutcome } from './call-request.ts';
import { contentType, textHeaders } from './exchange.ts';
import type { Flight } from './flight.ts';

/** Waits for the whole answer. */
export const landCall = async (flight: Flight, bytesMax: number): Promise<CallOutcome> => {
  const { service } = flight.request;
  let status: number | undefined;
  let resends = 0;
  const failed = (error: CallError): CallOutcome => {
    flight.settle(status, error, resends);
    return { ok: false, error };
  };
  try {
    const exchanged = await flight.exchanged;
    const { response } = exchanged;
    ({ resends } = exchanged);
    status = response.statusCode;
    const body = await readBody(response.body, contentType(response.headers), bytesMax);
    if (!body.ok) return failed({ code: 'UPSTREAM_ERROR', message: `${service}: ${body.reason}` });
    if (status >= 400) return failed(answerError(service, status, body.data));
    const responseTimeMs = Math.round(flight.elapsedMs() * 100) / 100;
    flight.settle(status, null, resends);
    return { ok: true, status, data: body.data, responseTimeMs };
  } catch (error) {
    return failed(flight.errorOf(error));
  }
};

const UNREAD: CallError = { code: 'CANCELLED', message: 'the answer was not read to its end' };

/** Waits for the head of the answer; the flight is settled when the body ends. An error answer is read whole. */
export const landStream = async (flight: Flight, bytesMax: number): Promise<StreamOutcome> => {
  const { service } = flight.request;
  let status: number | undefined;
  let resends = 0;
  const failed = (error: CallError): StreamOutcome => {
    flight.settle(status, error, resends);
    return { ok: false, error };
  };
  try {
    const exchanged = await flight.exchanged;
    const { body, ...response } = exchanged.response;
    ({ resends } = exchanged);
    status = response.statusCode;
    const headers = textHeaders(response.headers);
    if (status >= 400) {
      const answer = await readBody(body, headers['content-type'] ?? '', bytesMax);
      return failed(answerError(service, status, answer.ok ? answer.data : null));
    }
    flight.clock.stopTimer();
    let failure: CallError | null = null;
    body.once('error', (error) => {
      // So it ends when the reader leaves early, which is no failure of the service.
      failure = systemCode(error) === 'UND_ERR_ABORTED' ? UNREAD : flight.errorOf(error);
    });
    body.once('close', () => flight.settle(status, failure ?? (body.readableEnded ? null : UNREAD), resends));
    return { ok: true, status, headers, body };
  } catch (error) {
    return failed(flight.errorOf(error));
  }
};
