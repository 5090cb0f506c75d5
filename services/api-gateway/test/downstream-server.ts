import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface DownstreamServer {
  readonly url: string;
  /** What arrived, in the order it came. */
  readonly received: readonly Received[];
  /** From now on `METHOD path` is answered so. What is not named is answered 404. */
  answer(route: string, status: number, body: object): void;
  close(): Promise<void>;
}

/** Takes the place of every service behind the gateway on the wire. */
export const startDownstream = async (): Promise<DownstreamServer> => {
  const received: Received[] = [];
  const answers = new Map<string, { readonly status: number; readonly body: object }>();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const [path = ''] = (request.url ?? '').split('?');
      const method = request.method ?? '';
      received.push({ method, path, body: body === '' ? null : JSON.parse(body) });
      const { status, body: answer } = answers.get(`${method} ${path}`) ?? { status: 404, body: {} };
      const type = status < 400 ? 'application/json' : 'application/problem+json';
      response.writeHead(status, { 'content-type': type }).end(JSON.stringify(answer));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (route, status, body) => void answers.set(route, { status, body }),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
