import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the endpoint does with one request. */
export type Act = (asked: Asked, response: ServerResponse) => void;

export interface ScriptedEndpoint {
  /** With its version: `http://127.0.0.1:…/v1`. */
  readonly url: string;
  readonly asked: readonly Asked[];
  /** What the next requests meet, in order; the last one also meets all that follow. */
  play(...acts: readonly Act[]): void;
  close(): Promise<void>;
}

const readBody = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text);
};

/** A real server on a free port that speaks as OpenAI's likes do, or as badly as it is told to. */
export const startScriptedEndpoint = async (): Promise<ScriptedEndpoint> => {
  const asked: Asked[] = [];
  let acts: readonly Act[] = [];
  let at = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const one = { url: request.url ?? '', authorization: request.headers.authorization, body: await readBody(request) };
    asked.push(one);
    const act = acts[Math.min(at, acts.length - 1)];
    at += 1;
    if (act === undefined) response.writeHead(404).end();
    else act(one, response);
  };
  const server = createServer((request, response) => void serve(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    play: (...next) => {
      acts = next;
      at = 0;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

export interface Completed {
  readonly finish?: string;
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
}

/** Answers with this content. */
export const completes =
  (
    content: string,
    { finish = 'stop', usage = { prompt_tokens: 1_000, completion_tokens: 50 } }: Completed = {},
  ): Act =>
  (_, response) => {
    const body = { id: 'c-1', model: 'small-1', choices: [{ message: { content }, finish_reason: finish }], usage };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  };

/** Refuses with this status. */
export const refuses =
  (status: number, error: object = { message: 'no' }, headers: Readonly<Record<string, string>> = {}): Act =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error }));
  };

/** Begins an answer and never ends it. */
export const stalls: Act = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":[');
};
