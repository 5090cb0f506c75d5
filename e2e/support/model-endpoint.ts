import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint does with a request whose body it has read. */
export type Act = (body: Readonly<Record<string, unknown>>, response: ServerResponse) => void;

export interface ModelEndpoint {
  readonly url: string;
  /** Bodies of the requests since the last script began. */
  asked(): readonly Readonly<Record<string, unknown>>[];
  /** What the next requests meet, in order; the last act also meets all that follow. */
  play(...acts: readonly Act[]): void;
  close(): Promise<void>;
}

/** A server on a free port that speaks chat completions, well or badly. */
export const startModelEndpoint = async (): Promise<ModelEndpoint> => {
  let asked: Record<string, unknown>[] = [];
  let acts: readonly Act[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text) as Record<string, unknown>;
    asked.push(body);
    const act = acts[Math.min(asked.length, acts.length) - 1];
    if (act === undefined) response.writeHead(404).end();
    else act(body, response);
  };
  const server = createServer((request, response) => void serve(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: () => asked,
    play: (...next) => {
      acts = next;
      asked = [];
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

const USAGE = { prompt_tokens: 1_000, completion_tokens: 50 };

/** Answers with this content; `usage` null counts nothing. */
export const completes =
  (content: string, { finish = 'stop', usage = USAGE }: { finish?: string; usage?: typeof USAGE | null } = {}): Act =>
  (_, response) =>
    void response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ model: 'small-1', choices: [{ message: { content }, finish_reason: finish }], usage }));

/** Answers with the query, in the shape that was asked for. */
export const writes = (query: string): Act =>
  completes(JSON.stringify({ decision: 'answer', query, unlinked: [], confidence: 0.9 }));

export const refuses =
  (status: number, headers: Readonly<Record<string, string>> = {}): Act =>
  (_, response) =>
    void response.writeHead(status, headers).end('{"error":{"message":"no"}}');

/** Sends a byte now and then, without end. */
export const drips: Act = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 50);
  response.once('close', () => clearInterval(timer));
};

/** Knows no schemas. */
export const plainOnly =
  (act: Act): Act =>
  (body, response) =>
    'response_format' in body || 'tools' in body ? refuses(400)(body, response) : act(body, response);
