import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WireAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A service on the wire, in the shapes of its contract. */
export interface WireServer {
  readonly url: string;
  /** What was asked for, in order; faults are not. */
  readonly paths: string[];
  /** The headers of what was asked last. */
  lastHeaders(): IncomingMessage['headers'];
  /** Answers wait until the returned function is called. */
  pause(): () => void;
  close(): Promise<void>;
}

const NO_FAULTS = { faults: [], hidden: 0 };

export const startWireServer = async (answer: (path: string) => WireAnswer): Promise<WireServer> => {
  const paths: string[] = [];
  let headers: IncomingMessage['headers'] = {};
  let paused: Promise<void> = Promise.resolve();
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    const faults = path === '/faults';
    if (!faults) {
      paths.push(path);
      ({ headers } = request);
      await paused;
    }
    const { status, body } = faults ? { status: 200, body: NO_FAULTS } : answer(path);
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void take(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paths,
    lastHeaders: () => headers,
    pause: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      paused = promise;
      return resolve;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
