import { McpServer } from '@modelcontextprotocol/server';
import { expect, test } from 'vitest';
import { createSessions, type Sessions } from '../../src/mcp/http/sessions.ts';
import { SESSION_IDLE_MS, SESSIONS_MAX } from '../../src/mcp/limits.ts';

const post = (body: object, session?: string): Request =>
  new Request('http://127.0.0.1/mcp', {
    method: 'POST',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...(session === undefined ? {} : { 'mcp-session-id': session }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...body }),
  });

const open = (sessions: Sessions): Promise<Response> =>
  sessions.handle(
    post({
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
    }),
  );

test('when all places are taken, the session that was silent longest gives way, and only after a while', async () => {
  let nowMs = 0;
  const sessions = createSessions(
    () => new McpServer({ name: 'test', version: '1' }),
    () => nowMs,
  );
  const ids: string[] = [];
  for (; nowMs < SESSIONS_MAX; nowMs += 1) ids.push((await open(sessions)).headers.get('mcp-session-id') ?? '');
  const ping = async (id: string): Promise<number> => (await sessions.handle(post({ method: 'ping' }, id))).status;
  expect((await open(sessions)).status).toBe(503);
  nowMs = SESSION_IDLE_MS + 10;
  expect(await ping(ids[0] ?? '')).toBe(200);
  expect((await open(sessions)).status).toBe(200);
  expect(await ping(ids[0] ?? '')).toBe(200);
  expect(await ping(ids[1] ?? '')).toBe(404);
  await sessions.close();
  expect(await ping(ids[0] ?? '')).toBe(404);
});
