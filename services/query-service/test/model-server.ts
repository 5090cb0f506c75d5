import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelChatRequest } from '@clearspan/contracts';

/** What `POST /chat` answers: a reply, or a status with its problem. */
export type ModelAct =
  | { readonly content: string; readonly usage?: null }
  | { readonly status: number; readonly detail: string }
  | 'never';

export interface ModelServer {
  readonly url: string;
  readonly chats: readonly ModelChatRequest[];
  /** How often it was asked what is configured. */
  looks(): number;
  play(...acts: readonly ModelAct[]): void;
  close(): Promise<void>;
}

const USAGE = { input_tokens: 1_000, output_tokens: 50 };

/** Takes the place of the external API service on the wire: what is configured, and one act after the other. */
export const startModelServer = async (model: string | null): Promise<ModelServer> => {
  const chats: ModelChatRequest[] = [];
  let acts: readonly ModelAct[] = [];
  let looks = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/model') {
      looks += 1;
      response.end(JSON.stringify({ configured: model !== null, model, address: model && '127.0.0.1' }));
      return;
    }
    let text = '';
    for await (const chunk of request) text += String(chunk);
    chats.push(JSON.parse(text));
    const act = acts[Math.min(chats.length, acts.length) - 1];
    if (act === undefined || act === 'never') return;
    if ('status' in act) {
      const problem = {
        type: 'about:blank',
        title: 'No',
        status: act.status,
        detail: act.detail,
        code: 'UPSTREAM_ERROR',
      };
      const body = { ...problem, instance: '/chat', trace_id: null, correlation_id: null };
      response.writeHead(act.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(body));
      return;
    }
    const usage = act.usage === null ? null : USAGE;
    const answer = { content: act.content, model: 'small-1', finish_reason: 'stop', usage, cost_usd: usage && 0.002 };
    response.end(JSON.stringify(answer));
  };
  const server = createServer((request, response) => void serve(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    chats,
    looks: () => looks,
    play: (...next) => {
      acts = next;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
