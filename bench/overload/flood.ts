/** Sends spans as fast as a store answers, whatever it answers. Told by message for how long; tells what came back. */
import { Agent } from 'node:http';
import { post } from '../ingest/post.ts';
import { asProtobuf, jsonRequests, RECORDS_PER_REQUEST } from '../ingest/requests.ts';

export interface FloodOrder {
  readonly url: string;
  readonly connections: number;
  readonly ms: number;
}

export interface Flooded {
  readonly seconds: number;
  /** Requests by status. */
  readonly answers: Readonly<Record<string, number>>;
  readonly spansAnswered: number;
  readonly withoutRetryAfter: number;
}

/** Bodies that are sent again and again: requests of one content that are answered are different requests. */
const BODIES = 200;

const run = async ({ url, connections, ms }: FloodOrder): Promise<Flooded> => {
  const bodies = jsonRequests('traces', BODIES, Date.now()).map((json) => asProtobuf('traces', json));
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL('/v1/traces', url);
  const answers: Record<string, number> = {};
  let [next, withoutRetryAfter] = [0, 0];
  const startedMs = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - startedMs < ms) {
      const body = bodies[next++ % BODIES] as Uint8Array;
      const { status, retryAfter } = await post(agent, target, 'application/x-protobuf', body);
      answers[status] = (answers[status] ?? 0) + 1;
      if (status !== 200 && retryAfter === 0) withoutRetryAfter += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  return {
    seconds: (performance.now() - startedMs) / 1_000,
    answers,
    spansAnswered: (answers['200'] ?? 0) * RECORDS_PER_REQUEST,
    withoutRetryAfter,
  };
};

process.on('message', (order: FloodOrder) => {
  run(order).then(
    (flooded) => process.send?.(flooded),
    (error: unknown) => {
      throw error;
    },
  );
});
