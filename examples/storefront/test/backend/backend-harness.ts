import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import type { RunningService } from '@clearspan/service-kit';
import { vi } from 'vitest';
import { configSchema } from '../../src/backend/config.ts';
import { startBackend } from '../../src/backend/main.ts';
import { type CapturedSpan, spanTree } from '../support/span-tree.ts';
import { startWireServer, type WireAnswer, type WireServer } from '../support/wire-server.ts';
import { databaseAnswer } from './database-answers.ts';

export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back.
  readonly body: any;
  readonly traceId: string;
}

export interface BackendHarness {
  readonly telemetry: CapturedTelemetry;
  readonly database: WireServer;
  readonly service: RunningService;
  /** The versions that were deployed. */
  readonly deployed: string[];
  /** What the database answers from now on. */
  answerWith(answer: (path: string) => WireAnswer): void;
  get(path: string, init?: RequestInit): Promise<Answered>;
  on(name: string, more?: object): Promise<void>;
  off(name: string): Promise<void>;
  /** The spans of a trace once its request has ended. */
  spans(traceId: string): Promise<readonly CapturedSpan[]>;
  tree(traceId: string): Promise<string>;
  /** The server span of a trace. */
  route(traceId: string): Promise<CapturedSpan>;
  /** The texts of the log of a trace. */
  lines(traceId: string): readonly unknown[];
  stop(): Promise<void>;
}

/** The backend with its telemetry in memory, and a database service on the wire behind it. */
export const startHarness = async (env: Readonly<Record<string, string | number>> = {}): Promise<BackendHarness> => {
  const telemetry = captureTelemetry();
  // Lines go to the log in memory as well, where they are read.
  const quiet = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  let answer = databaseAnswer;
  const database = await startWireServer((path) => answer(path));
  const deployed: string[] = [];
  const config = configSchema.parse({ BACKEND_SERVICE_PORT: 0, DATABASE_SERVICE_URL: database.url, ...env });
  const service = await startBackend(config, { restart: async (version) => void deployed.push(version) });
  const change = async (body: object): Promise<void> => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${service.url}/faults`, init);
    if (response.status !== 200) throw new Error(await response.text());
  };
  const ended = (traceId: string) => telemetry.spans().filter((span) => span.spanContext().traceId === traceId);
  const spans: BackendHarness['spans'] = async (traceId) => {
    await vi.waitUntil(() => ended(traceId).some(({ name }) => name.startsWith('backend_') || name === 'GET /'));
    return ended(traceId);
  };
  return {
    telemetry,
    database,
    service,
    deployed,
    answerWith: (next) => {
      answer = next;
    },
    get: async (path, init) => {
      const response = await fetch(`${service.url}${path}`, init);
      const traceId = response.headers.get('traceparent')?.split('-')[1] ?? '';
      return { status: response.status, body: await response.json(), traceId };
    },
    on: (name, more = {}) => change({ name, ...more }),
    off: (name) => change({ name, on: false }),
    spans,
    tree: async (traceId) => spanTree(await spans(traceId)),
    route: async (traceId) => (await spans(traceId)).find(({ name }) => name.startsWith('backend_')) as CapturedSpan,
    lines: (traceId) =>
      telemetry
        .logs()
        .filter(({ spanContext }) => spanContext?.traceId === traceId)
        .map(({ body }) => body),
    stop: async () => {
      await service.stop();
      await telemetry.stop();
      await database.close();
      quiet.mockRestore();
    },
  };
};
