import { type CapturedTelemetry, captureTelemetry } from '@clearspan/instrumentation/capture';
import { expect } from 'vitest';
import { configSchema } from '../../src/database/config.ts';
import { startDatabase } from '../../src/database/main.ts';
import type { EmptyShop } from './shops.ts';

export type EndedSpan = ReturnType<CapturedTelemetry['spans']>[number];

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the tests are about
  readonly body: any;
}

/** The service with its telemetry in memory. */
export interface RunningDatabase {
  readonly telemetry: CapturedTelemetry;
  readonly url: string;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  /** Lines of `/metrics` without `# …`, as value by name and labels. */
  metrics(): Promise<Readonly<Record<string, number>>>;
  /** The spans of the next route span of this name, itself last, once it has ended. */
  trace(name: string): Promise<readonly EndedSpan[]>;
  stop(): Promise<void>;
}

export const runDatabase = async (
  { env }: EmptyShop,
  more: Readonly<Record<string, string | number>> = {},
): Promise<RunningDatabase> => {
  const telemetry = captureTelemetry();
  const service = await startDatabase(
    configSchema.parse({ ...env, DATABASE_SERVICE_PORT: 0, LOG_LEVEL: 'silent', ...more }),
  );
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${service.url}${path}`, init);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return {
    telemetry,
    url: service.url,
    get: (path) => ask(path),
    post: (path, body) =>
      ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    metrics: async () => {
      const text = await (await fetch(`${service.url}/metrics`)).text();
      const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      return Object.fromEntries(
        lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
      );
    },
    trace: async (name) => {
      await expect.poll(() => telemetry.spans().some((span) => span.name === name)).toBe(true);
      const route = telemetry.spans().find((span) => span.name === name);
      return telemetry.spans().filter((span) => span.spanContext().traceId === route?.spanContext().traceId);
    },
    stop: async () => {
      await service.stop();
      await telemetry.stop();
    },
  };
};
