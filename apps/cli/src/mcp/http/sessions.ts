import { randomUUID } from 'node:crypto';
import { type McpServer, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';
import { MESSAGE_BYTES_MAX, SESSION_IDLE_MS, SESSIONS_MAX } from '../limits.ts';
import { rpcRefusal } from './rpc-refusal.ts';

interface Session {
  readonly server: McpServer;
  readonly transport: WebStandardStreamableHTTPServerTransport;
  usedMs: number;
}

/** Clients of protocol versions that have sessions: cancelling a call by a message of its own needs to know whose it is. */
export interface Sessions {
  handle(request: Request): Promise<Response>;
  close(): Promise<void>;
}

export const createSessions = (createServer: () => McpServer, clockMs: () => number): Sessions => {
  const sessions = new Map<string, Session>();
  let opening = 0;

  const makeRoom = (): boolean => {
    if (sessions.size + opening < SESSIONS_MAX) return true;
    const silent = [...sessions].filter(([, { usedMs }]) => clockMs() - usedMs > SESSION_IDLE_MS);
    const [longest] = silent.toSorted(([, a], [, b]) => a.usedMs - b.usedMs);
    if (longest === undefined) return false;
    const [id, { server }] = longest;
    sessions.delete(id);
    void server.close();
    return true;
  };

  const open = async (request: Request): Promise<Response> => {
    const server = createServer();
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, { server, transport, usedMs: clockMs() }),
      onsessionclosed: (id) => void sessions.delete(id),
      maxRequestBodySize: MESSAGE_BYTES_MAX,
    });
    await server.connect(transport);
    const response = await transport.handleRequest(request);
    // What was no introduction has no session, and its refusal is all it gets.
    if (transport.sessionId === undefined) await server.close();
    return response;
  };

  return {
    handle: async (request) => {
      const id = request.headers.get('mcp-session-id');
      if (id !== null) {
        const session = sessions.get(id);
        if (session === undefined) return rpcRefusal(404, 'no such session; it has ended, introduce yourself again');
        session.usedMs = clockMs();
        return session.transport.handleRequest(request);
      }
      if (!makeRoom()) return rpcRefusal(503, `expected at most ${SESSIONS_MAX} sessions; end one of them`);
      opening += 1;
      try {
        return await open(request);
      } finally {
        opening -= 1;
      }
    },
    close: async () => {
      await Promise.all([...sessions.values()].map(({ server }) => server.close()));
      sessions.clear();
    },
  };
};
