import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { get } from './support/http.ts';
import { type McpClient, startMcpClient } from './support/mcp-client.ts';
import { type System, startSystem } from './support/system.ts';

const ROOT = join(import.meta.dirname, '..');

describe('docs/mcp.md', () => {
  const blocks = [...readFileSync(join(ROOT, 'docs/mcp.md'), 'utf8').matchAll(/^```mcp\n([\s\S]*?)^```$/gm)];
  const examples = blocks.flatMap(([, block = '']) =>
    [...block.matchAll(/^> (\w+) (.*)\n([\s\S]*?)(?=^> |(?![\s\S]))/gm)].map(
      ([, name = '', args = '', shown = '']) => [name, args, shown.trimEnd()] as const,
    ),
  );
  let client: McpClient;
  beforeAll(async () => {
    const files = ['--logs', 'shop.ndjson', '--spans', 'checkout-spans.ndjson'];
    client = await startMcpClient(files, join(ROOT, 'docs/examples'));
  });
  afterAll(() => client?.stop());

  test.each(examples)('%s %s answers what is shown', async (name, args, shown) => {
    expect((await client.call(name, JSON.parse(args))).text.trimEnd()).toBe(shown);
  });

  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(5);
  });
});

describe('tools on the running system', () => {
  let system: System;
  let client: McpClient;
  beforeAll(async () => {
    system = await startSystem(19_350);
    client = await startMcpClient(['--url', system.url('api-gateway')], ROOT);
  });
  afterAll(async () => {
    await client?.stop();
    await system?.stop();
  });

  /** A trace is complete as soon as no span misses its parent; the last spans of a call may still be on their way. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the store holds.
  const traceOver = (services: readonly string[], id: string): Promise<any> =>
    eventually(`a complete trace over ${services.join(', ')}`, async () => {
      const { isError, value } = await client.call('get_trace', { trace_id: id });
      if (isError || !value.complete) return undefined;
      return services.every((service) => value.services.includes(service)) ? value : undefined;
    });

  test('a question is one trace over the services, which can be looked at', async () => {
    const asked = await eventually('rows', async () => {
      const answer = await client.call('ask', { question: 'how many log lines by service in the last hour' });
      return answer.value?.rows_shown > 0 ? answer : undefined;
    });
    expect(asked.value).toMatchObject({ kind: 'answer', query: expect.stringContaining('source logs last 1h') });
    const trace = await traceOver(['query-service', 'validation-service', 'telemetry-store'], asked.value.trace_id);
    expect(trace.spans[0]).toMatchObject({ service: 'api-gateway', depth: 0, parent_id: null });
  });

  test('a query that is wrong is mended by what the data has', async () => {
    const { isError, text } = await client.call('query_dataprime', { query: 'source logs | fliter true' });
    expect(isError).toBe(true);
    expect(text).toContain('fix: Write `filter`');
    expect(text).toContain('source logs | filter true');
  });

  test('all that a call asks for is in the trace of its caller', async () => {
    const traceId = randomBytes(16).toString('hex');
    const traceparent = `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
    await client.call('query_dataprime', { query: 'source logs | fliter true' }, { traceparent });
    const names = await eventually('both requests', async () => {
      const { body } = await get(`${system.url('api-gateway')}/api/traces/${traceId}`);
      const served = (body.spans ?? []).filter(
        (span: { service: string; kind: string }) => span.service === 'api-gateway' && span.kind === 'server',
      );
      return served.length === 2 ? served.map(({ name }: { name: string }) => name) : undefined;
    });
    expect(names).toEqual([expect.stringContaining('/api/query'), expect.stringContaining('/api/catalog')]);
  });

  test('fields are found by what they mean, and the map has who calls whom', async () => {
    const fields = await eventually('the service', async () => {
      const { value } = await client.call('search_fields', { words: 'service', source: 'logs' });
      return value?.fields[0]?.values.includes('api-gateway') ? value.fields : undefined;
    });
    expect(fields[0]).toMatchObject({ path: '$l.subsystemname', role: 'service' });
    const edges = await eventually('an edge', async () => {
      const { value } = await client.call('service_map');
      const pairs = value?.edges.map(({ source, target }: { source: string; target: string }) => `${source} ${target}`);
      return pairs?.includes('api-gateway query-service') ? pairs : undefined;
    });
    expect(edges).toContain('api-gateway telemetry-store');
  });

  test('a trace that is not held is an error', async () => {
    const { isError, text } = await client.call('get_trace', { trace_id: '0123456789abcdef'.repeat(2) });
    expect(isError).toBe(true);
    expect(text).toContain('NOT_FOUND');
  });

  test('a question without a query comes back with questions that have one', async () => {
    const { isError, value } = await client.call('ask', { question: 'delete all logs' });
    expect(isError).toBe(false);
    expect(value).toMatchObject({ kind: 'refuse', options: expect.arrayContaining([expect.any(String)]) });
  });
});
