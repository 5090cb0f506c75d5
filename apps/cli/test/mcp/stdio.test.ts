import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { BIN, FIXTURES, runCli } from '../run-cli.ts';
import { callTool, ERAS, stdioClient } from './mcp-client.ts';

test.each(ERAS)('speaks %s', async (version, options) => {
  const client = await stdioClient(['--logs', 'app.ndjson'], options);
  expect(client.getNegotiatedProtocolVersion()).toBe(version);
  expect((await callTool(client, 'query_dataprime', { query: 'count' })).value.rows).toEqual([{ $d: { _count: 5 } }]);
  await client.close();
});

const INTRODUCTION = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};

/** A client that writes what it likes. */
const rawClient = (args: readonly string[]) => {
  const child = spawn(process.execPath, [BIN, 'mcp', ...args], { cwd: FIXTURES, stdio: 'pipe' });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  return {
    child,
    write: (message: unknown) =>
      void child.stdin.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`),
    next: async () => JSON.parse((await lines.next()).value ?? 'null'),
    stderr: () => stderr,
  };
};

test('nothing but the protocol is on stdout, also when files have faults and lines are none', async () => {
  const { child, write, next, stderr } = rawClient(['--logs', 'broken.ndjson']);
  write(INTRODUCTION);
  expect(await next()).toMatchObject({ id: 1, result: { serverInfo: { name: 'clearspan' } } });
  write('this is no message');
  write({ jsonrpc: '2.0', method: 'notifications/initialized' });
  write({
    jsonrpc: '2.0',
    id: 2,
    method: 'tools/call',
    params: { name: 'query_dataprime', arguments: { query: 'count' } },
  });
  expect(await next()).toMatchObject({ id: 2, result: { structuredContent: { rows: [{ $d: { _count: 2 } }] } } });
  write({ jsonrpc: '2.0', id: 3, method: 'tools/call', params: { name: 'query_dataprime', arguments: [] } });
  expect(await next()).toMatchObject({ id: 3, error: { code: -32602 } });
  expect(stderr()).toContain('broken.ndjson: line 2:');
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a message that is too large ends the session', async () => {
  const { child, write, next, stderr } = rawClient(['--logs', 'app.ndjson']);
  write(INTRODUCTION);
  await next();
  child.stdin.on('error', () => undefined);
  write(`{"jsonrpc":"2.0","id":2,"method":"${'x'.repeat(1_100_000)}"}`);
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(stderr()).toContain('clearspan: ');
});

test('files that cannot be read end it with 1', async () => {
  expect(await runCli(['mcp', '--logs', 'none.ndjson'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'clearspan: none.ndjson cannot be read: ENOENT\n',
  });
});

test('a system that is not there is told by each tool, and what starts it', async () => {
  const client = await stdioClient(['--url', 'http://127.0.0.1:1']);
  for (const [name, args] of [
    ['ask', { question: 'errors by service' }],
    ['query_dataprime', { query: 'source logs | count' }],
    ['search_fields', {}],
    ['get_trace', { trace_id: '0'.repeat(32) }],
    ['service_map', {}],
  ] as const) {
    const { isError, text } = await callTool(client, name, args);
    expect(isError).toBe(true);
    expect(text).toContain('http://127.0.0.1:1 could not be reached');
    expect(text).toContain('clearspan up');
  }
  // What needs no data goes on without.
  const explained = await callTool(client, 'explain', { query: 'source logs | count' });
  expect(explained.isError).toBe(false);
  const checked = await callTool(client, 'check_dataprime', { query: 'source logs | fliter true' });
  expect(checked.value).toMatchObject({ valid: false, corrected: 'source logs | filter true' });
  await client.close();
});
