import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { post } from '../ingest/post.ts';
import { asProtobuf, jsonRequests, type Kind } from '../ingest/requests.ts';

const CLI = fileURLToPath(new URL('../../apps/cli/bin/clearspan.mjs', import.meta.url));
const PORT_BASE = 29_600;
/** Who measures asks more often than a person may. */
const REQUESTS_PER_MINUTE = '1000000';

export interface SeededSystem {
  readonly gatewayUrl: string;
  readonly processes: readonly { readonly name: string; readonly pid: number }[];
  /** Sends so many requests of records of each kind, which end now. */
  send(requests: number): Promise<void>;
  close(): Promise<void>;
}

/** A store that is still busy with what came says when to come again. */
const REFUSALS_MAX = 60;

const send = async (otlpUrl: string, requests: number): Promise<void> => {
  const agent = new Agent({ keepAlive: true });
  const paths: Readonly<Record<Kind, string>> = { logs: '/v1/logs', traces: '/v1/traces' };
  for (const kind of ['logs', 'traces'] as const) {
    for (const json of jsonRequests(kind, requests, Date.now())) {
      const url = new URL(paths[kind], otlpUrl);
      const body = asProtobuf(kind, json);
      let answer = await post(agent, url, 'application/x-protobuf', body);
      for (let again = 0; answer.status === 503 && again < REFUSALS_MAX; again++) {
        await delay(answer.retryAfter * 1_000);
        answer = await post(agent, url, 'application/x-protobuf', body);
      }
      if (answer.status !== 200) throw new Error(`${kind}: expected 200, found ${answer.status}`);
    }
  }
  agent.destroy();
};

/** The whole system as `clearspan up` starts it, for seeded logs and spans. */
export const startSeededSystem = async (): Promise<SeededSystem> => {
  const data = mkdtempSync(join(tmpdir(), 'clearspan-ask-'));
  const up = spawn(process.execPath, [CLI, 'up', '--data', data, '--port-base', String(PORT_BASE)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, RATE_LIMIT_PER_MINUTE: REQUESTS_PER_MINUTE },
  });
  const ended = new Promise<void>((resolve) => up.once('exit', () => resolve()));
  for await (const chunk of up.stdout) if (/ready in/.test(String(chunk))) break;
  const run = JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')) as {
    readonly processes: readonly { readonly name: string; readonly pid: number; readonly url: string }[];
    readonly otlp_url: string;
  };
  const gateway = run.processes.find(({ name }) => name === 'api-gateway');
  if (gateway === undefined) throw new Error('expected api-gateway in run.json');
  const close = async (): Promise<void> => {
    up.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return {
    gatewayUrl: gateway.url,
    processes: run.processes,
    send: (requests) => send(run.otlp_url, requests),
    close,
  };
};
