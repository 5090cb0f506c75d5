/**
 * Sends requests to a store, in a process of its own: its CPU time is not the store's. Told by message what to send;
 * answers with the seconds it took.
 */
import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { post } from './post.ts';
import { asProtobuf, jsonRequests, type Kind } from './requests.ts';

export interface LoadOrder {
  readonly url: string;
  readonly kind: Kind;
  readonly requests: number;
  readonly connections: number;
  readonly encoding: 'protobuf' | 'json';
}

const run = async ({ url, kind, requests, connections, encoding }: LoadOrder): Promise<number> => {
  const bodies = jsonRequests(kind, requests, Date.now()).map((json) =>
    encoding === 'json' ? Buffer.from(json) : asProtobuf(kind, json),
  );
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL(`/v1/${kind}`, url);
  const type = encoding === 'json' ? 'application/json' : 'application/x-protobuf';
  let next = 0;
  const startedMs = performance.now();
  const client = async (): Promise<void> => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      let answer = await post(agent, target, type, body);
      // It is behind, and says for how long: then the same again.
      while (answer.retryAfter > 0) {
        await delay(answer.retryAfter * 1_000);
        answer = await post(agent, target, type, body);
      }
      if (answer.status !== 200) throw new Error(`expected 200, found ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  return (performance.now() - startedMs) / 1_000;
};

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (seconds) => process.send?.({ seconds }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
