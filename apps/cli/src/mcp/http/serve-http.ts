import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createMcpHandler,
  isLegacyRequest,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  type McpServer,
  validateHostHeader,
  validateOriginHeader,
} from '@modelcontextprotocol/server';
import { CONNECTIONS_MAX, MESSAGE_BYTES_MAX, REQUEST_MS_MAX } from '../limits.ts';
import { sendResponse, webRequest } from './node-exchange.ts';
import { rpcRefusal } from './rpc-refusal.ts';
import { createSessions } from './sessions.ts';

const HOST = '127.0.0.1';
const PATH = '/mcp';

export interface HttpParts {
  readonly port: number;
  readonly createMcpServer: () => McpServer;
  readonly clockMs: () => number;
  /** Told of what went wrong beside the answers. */
  readonly onError: (error: unknown) => void;
}

/**
 * What is refused before anything is read of it. A page of another site can point its own name at 127.0.0.1 and have a
 * browser here ask in its name (DNS rebinding); the Host header tells such a request, and Origin one of any other page.
 */
const refusalOf = ({ headers, url }: IncomingMessage): Response | null => {
  const host = validateHostHeader(headers.host, localhostAllowedHostnames());
  if (!host.ok) return rpcRefusal(403, host.message);
  const origin = validateOriginHeader(headers.origin, localhostAllowedOrigins());
  if (!origin.ok) return rpcRefusal(403, origin.message);
  return url?.split('?')[0] === PATH ? null : rpcRefusal(404, `expected a request to ${PATH}`);
};

/** The protocol over streamable HTTP, for clients of this machine alone. Both protocols with and without sessions are served. */
export const serveHttp = async ({
  port,
  createMcpServer,
  clockMs,
  onError,
}: HttpParts): Promise<{ readonly url: string; close(): Promise<void> }> => {
  const limits = { maxRequestBodySize: MESSAGE_BYTES_MAX };
  const sessions = createSessions(createMcpServer, clockMs);
  const modern = createMcpHandler(createMcpServer, { legacy: 'reject', onerror: onError, ...limits });

  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = refusalOf(message);
    if (refusal !== null) return sendResponse(refusal, response);
    const request = webRequest(message, response, new URL(message.url ?? PATH, `http://${HOST}`));
    const isLegacy = await isLegacyRequest(request, undefined, limits);
    return sendResponse(await (isLegacy ? sessions.handle(request) : modern.fetch(request)), response);
  };

  const server = createServer({ requestTimeout: REQUEST_MS_MAX }, (message, response) => {
    answer(message, response).catch((error: unknown) => {
      // A client that is gone gets no answer.
      if (response.destroyed) return;
      onError(error);
      if (response.headersSent) response.destroy();
      else void sendResponse(rpcRefusal(500, 'the request could not be answered'), response);
    });
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.listen(port, HOST);
  await once(server, 'listening');
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}${PATH}`,
    close: async () => {
      server.close();
      await Promise.all([sessions.close(), modern.close()]);
      server.closeAllConnections();
    },
  };
};
