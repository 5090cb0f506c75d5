import { spawn } from 'node:child_process';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { flushTelemetry, inSpan, shutdownTelemetry, startTelemetry, telemetrySettings } from '../src/index.ts';

interface Receiver {
  readonly url: string;
  readonly received: Map<string, { headers: IncomingHttpHeaders; body: string }>;
  close(): void;
}

const open: Receiver[] = [];
afterEach(() => {
  for (const receiver of open.splice(0)) receiver.close();
});

/** Takes OTLP over HTTP and keeps it. Text in protobuf stands as it is, so it can be looked for. */
const receiver = async (before: (path: string) => Promise<void> = async () => undefined): Promise<Receiver> => {
  const received: Receiver['received'] = new Map();
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      received.set(request.url ?? '', { headers: request.headers, body });
      await before(request.url ?? '');
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const one = { url: `http://127.0.0.1:${port}`, received, close: () => void server.close() };
  open.push(one);
  return one;
};

const run = async (env: Record<string, string>): Promise<{ code: number | null; out: string; err: string }> => {
  const file = fileURLToPath(new URL('fixtures/traced-program.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', '@clearspan/instrumentation/register', file], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { PATH: process.env.PATH, OTEL_SERVICE_NAME: 'fixture', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
};

it('sends traces, logs and metrics to the store and elsewhere, and a key only where it belongs', async () => {
  const [store, elsewhere] = [await receiver(), await receiver()];
  const { code, out, err } = await run({
    TELEMETRY_STORE_OTLP_URL: store.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: elsewhere.url,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-api-key=swordfish',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
  });
  expect({ code, out, err }).toEqual({ code: 0, out: 'done true\n', err: '' });
  for (const { received } of [store, elsewhere]) {
    expect(received.get('/v1/traces')?.body).toContain('fixture span');
    expect(received.get('/v1/logs')?.body).toContain('fixture log');
    expect(received.get('/v1/metrics')?.body).toContain('fixture_total');
    for (const { headers, body } of received.values()) {
      expect(headers['content-type']).toBe('application/x-protobuf');
      for (const word of [
        'fixture',
        'service.instance.id',
        'process.pid',
        'host.name',
        'clearspan',
        'deployment.environment.name',
      ]) {
        expect(body).toContain(word);
      }
    }
  }
  expect(elsewhere.received.get('/v1/traces')?.headers['x-api-key']).toBe('swordfish');
  for (const { headers } of store.received.values()) expect(headers['x-api-key']).toBeUndefined();
});

it('waits for a batch that is on its way already', async () => {
  let answered = false;
  const slow = await receiver(async (path) => {
    if (path !== '/v1/traces') return;
    await new Promise((resolve) => setTimeout(resolve, 300));
    answered = true;
  });
  const { settings } = telemetrySettings({ TELEMETRY_STORE_OTLP_URL: slow.url, OTEL_SERVICE_NAME: 'fixture' });
  startTelemetry(settings);
  inSpan('early', {}, () => undefined);
  await expect.poll(() => slow.received.has('/v1/traces'), { timeout: 5_000 }).toBe(true);
  expect(await flushTelemetry(5_000)).toBe(true);
  expect(answered).toBe(true);
  await shutdownTelemetry(1_000);
});

it('works, silently, when nothing listens: the wait for the last batch is bounded', async () => {
  const { code, out, err } = await run({ TELEMETRY_STORE_OTLP_URL: 'http://127.0.0.1:9' });
  expect({ code, out, err }).toEqual({ code: 0, out: 'done false\n', err: '' });
});

it('refuses to start with settings that make no sense', async () => {
  const { code, err } = await run({ OTEL_TRACES_SAMPLER: 'sometimes' });
  expect(code).toBe(2);
  expect(err).toContain('OTEL_TRACES_SAMPLER: expected one of always_on');
});
