import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import type { RunningService } from '@clearspan/service-kit';
import { vi } from 'vitest';
import { configSchema } from '../../src/frontend/config.ts';
import { startFrontend } from '../../src/frontend/main.ts';
import type { CapturedSpan } from '../support/span-tree.ts';
import { startWireServer, type WireAnswer, type WireServer } from '../support/wire-server.ts';

export interface Page {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back.
  readonly body: any;
  readonly cookie: string | null;
  readonly traceId: string;
}

export interface FrontendHarness {
  readonly telemetry: CapturedTelemetry;
  readonly backend: WireServer;
  readonly service: RunningService;
  answerWith(answer: (path: string) => WireAnswer): void;
  get(path: string, cookie?: string): Promise<Page>;
  fault(body: object): Promise<Page>;
  /** The spans of a trace once its request has ended. */
  spans(traceId: string): Promise<readonly CapturedSpan[]>;
  stop(): Promise<void>;
}

/** The frontend with its telemetry in memory, and a backend on the wire that answers with the path it was asked. */
export const startHarness = async (env: Readonly<Record<string, string | number>> = {}): Promise<FrontendHarness> => {
  const telemetry = captureTelemetry();
  // Lines go to the log in memory as well, where they are read.
  const quiet = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  let answer = (path: string): WireAnswer => ({ status: 200, body: { service: 'backend-service', path } });
  const backend = await startWireServer((path) => answer(path));
  const config = configSchema.parse({ FRONTEND_SERVICE_PORT: 0, BACKEND_SERVICE_URL: backend.url, ...env });
  const service = await startFrontend(config);
  const read = async (response: Response): Promise<Page> => ({
    status: response.status,
    body: await response.json(),
    cookie: response.headers.get('set-cookie'),
    traceId: response.headers.get('traceparent')?.split('-')[1] ?? '',
  });
  return {
    telemetry,
    backend,
    service,
    answerWith: (next) => {
      answer = next;
    },
    get: async (path, cookie) => read(await fetch(`${service.url}${path}`, { headers: cookie ? { cookie } : {} })),
    fault: async (body) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return read(await fetch(`${service.url}/faults`, init));
    },
    spans: async (traceId) => {
      const ended = () => telemetry.spans().filter((span) => span.spanContext().traceId === traceId);
      await vi.waitUntil(() => ended().some(({ parentSpanContext }) => parentSpanContext === undefined));
      return ended();
    },
    stop: async () => {
      await service.stop();
      await telemetry.stop();
      await backend.close();
      quiet.mockRestore();
    },
  };
};
