import { counter, histogram } from '@clearspan/instrumentation';
import type { RequestMeters } from '../http/count-requests.ts';

export const requestMeters: RequestMeters = {
  requests: counter('frontend_requests_total', { description: 'Requests that were answered' }),
  duration: histogram('frontend_request_duration_seconds', { description: 'Duration of answered requests' }),
};

/** Label: type, the code of the problem in lower case. */
export const errors = counter('frontend_errors_total', { description: 'Answers of status 400 and above' });
