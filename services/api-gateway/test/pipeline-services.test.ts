import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMeshClient, type MeshClient } from '@clearspan/mesh';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pipelineServices } from '../src/downstream/pipeline-services.ts';

let silent: Server;
let mesh: MeshClient;
beforeAll(async () => {
  // Takes connections and answers nothing, as a stopped process does.
  silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  mesh = createMeshClient({ caller: 'test', services: { 'queue-service': url, 'storage-service': url } });
});
afterAll(async () => {
  await mesh.close();
  silent.closeAllConnections();
  silent.close();
});

test('an answer does not wait for what follows it when that does not come', async () => {
  const services = pipelineServices(mesh);
  const late = { ok: false, code: 'DEADLINE_EXCEEDED', message: expect.stringContaining('within 2000 ms') };
  const entry = {
    user_input: 'errors',
    query: 'source logs',
    intent: 'list',
    validation: {
      is_valid: true,
      syntax_score: 1,
      complexity_score: 1,
      warnings: [],
      errors: [],
      suggestions: [],
      enhancements: [],
      processing_time_ms: 1,
    },
    row_count: null,
    execution_time_ms: null,
    trace_id: 'ab'.repeat(16),
    task_id: null,
  };
  const outcomes = await Promise.all([
    services.enqueue({ type: 'process_query', payload: {}, idempotency_key: 'one' }),
    services.recordHistory(entry),
  ]);
  expect(outcomes).toEqual([late, late]);
});
