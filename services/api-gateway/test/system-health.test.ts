import { expect, test } from 'vitest';
import { overallStatus } from '../src/core/system-health.ts';

const healthy = { status: 'healthy', response_time_ms: 1 } as const;
const down = { status: 'unhealthy', response_time_ms: 1, error: 'no answer' } as const;

test.each([
  ['everything answers', { 'query-service': healthy, 'storage-service': healthy }, 'healthy'],
  ['a question cannot be read', { 'query-service': down, 'storage-service': healthy }, 'unhealthy'],
  ['a query cannot be checked', { 'query-service': healthy, 'validation-service': down }, 'unhealthy'],
  ['answers come, but are not kept', { 'query-service': healthy, 'storage-service': down }, 'degraded'],
] as const)('%s', (_, services, status) => expect(overallStatus(services)).toBe(status));
