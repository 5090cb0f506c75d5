import { counter, histogram } from '@clearspan/instrumentation';
import type { RequestMeters } from '../http/count-requests.ts';

export const requestMeters: RequestMeters = {
  requests: counter('backend_requests_total', { description: 'Requests that were answered' }),
  duration: histogram('backend_request_duration_seconds', { description: 'Duration of answered requests' }),
};

/** Labels: operation (query, get_user, get_product), status (success, not_found, unavailable, timeout, error). */
export const databaseCalls = counter('backend_database_calls_total', {
  description: 'Calls to the database service that came to an end',
});

/** Label: operation (hit, miss). Waiting for a call that another request has made is a miss. */
export const cacheOperations = counter('backend_cache_operations_total', { description: 'Lookups in the cache' });

/** Label: operation (validation, pricing). Neither waits for anything, so it takes microseconds. */
const processingTime = histogram('backend_processing_time_seconds', {
  description: 'Time of the own work of the service',
  bucketsSeconds: [0.000_01, 0.000_025, 0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.005, 0.01, 0.05],
});

/** Measures a piece of work, also when it fails. */
export const processing = <T>(operation: 'validation' | 'pricing', work: () => T): T => {
  const start = performance.now();
  try {
    return work();
  } finally {
    processingTime.record((performance.now() - start) / 1_000, { operation });
  }
};
