import { inSpan, prometheusText, rootOf } from '@clearspan/instrumentation';
import { captureTelemetry } from '@clearspan/instrumentation/capture';
import { createMeshClient, type MeshClient } from '@clearspan/mesh';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningService } from '../src/index.ts';
import { quietService } from './quiet-service.ts';

const telemetry = captureTelemetry();
let back: RunningService;
let front: RunningService;
let mesh: MeshClient;

beforeAll(async () => {
  back = await quietService((app) => {
    app.post('/work', { config: { span: 'back.work' }, schema: { body: z.object({ n: z.number() }) } }, ({ body }) =>
      inSpan('back.step', {}, () => ({ n: body.n + 1 })),
    );
    app.get('/quiet', { config: { untraced: true } }, () => inSpan('never seen', {}, () => ({})));
  });
  mesh = createMeshClient({ caller: 'front', services: { 'query-service': back.url } });
  front = await quietService((app) => {
    app.post('/ask', { schema: { body: z.object({ n: z.number() }) } }, async ({ body, span }) => {
      const answer = await inSpan('front.call', {}, () =>
        mesh.call({ service: 'query-service', method: 'POST', path: '/work', body }),
      );
      return { answer, root: rootOf(span) };
    });
    app.get('/quiet', { config: { untraced: true } }, () =>
      mesh.call({ service: 'query-service', method: 'GET', path: '/quiet', untraced: true }),
    );
  });
});
beforeEach(() => telemetry.clear());
afterAll(async () => {
  await front.stop();
  await back.stop();
  await mesh.close();
  await telemetry.stop();
});

const ask = (headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${front.url}/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"n":1}',
  });

/** Names from the root down, each under its parent. */
const tree = (): string[] => {
  const spans = telemetry.spans();
  const depth = (id: string | undefined): number => {
    const parent = spans.find((span) => span.spanContext().spanId === id);
    return parent ? 1 + depth(parent.parentSpanContext?.spanId) : 0;
  };
  return spans
    .map((span) => ({ span, at: depth(span.parentSpanContext?.spanId) }))
    .sort((a, b) => a.at - b.at)
    .map(({ span, at }) => `${'  '.repeat(at)}${span.name} ${SpanKind[span.kind]}`);
};

describe('a call through two services', () => {
  it('is one trace, with one client and one server span for each hop', async () => {
    const { answer, root } = (await (await ask()).json()) as {
      answer: unknown;
      root: { isRoot: boolean; traceId: string };
    };
    expect(answer).toMatchObject({ ok: true, status: 200, data: { n: 2 } });
    expect(tree()).toEqual([
      'POST /ask SERVER',
      '  front.call INTERNAL',
      '    POST CLIENT',
      '      back.work SERVER',
      '        back.step INTERNAL',
    ]);
    expect(root.isRoot).toBe(true);
    expect(new Set(telemetry.spans().map((span) => span.spanContext().traceId))).toEqual(new Set([root.traceId]));
  });

  it('has the attributes of the HTTP conventions', async () => {
    await ask();
    const [server, client] = [SpanKind.SERVER, SpanKind.CLIENT].map((kind) =>
      telemetry.spans().find((s) => s.kind === kind),
    );
    expect(server?.attributes).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/work',
      'url.path': '/work',
      'url.scheme': 'http',
      'server.address': '127.0.0.1',
      'http.response.status_code': 200,
    });
    expect(client?.attributes).toMatchObject({
      'http.request.method': 'POST',
      'server.address': '127.0.0.1',
      'server.port': Number(new URL(back.url).port),
      'url.full': `${back.url}/work`,
      'http.response.status_code': 200,
      'service.peer.name': 'query-service',
    });
  });

  it('continues the trace of its caller and carries the correlation id to every span', async () => {
    const traceId = 'a'.repeat(32);
    const answer = await ask({ traceparent: `00-${traceId}-${'b'.repeat(16)}-01`, 'x-correlation-id': 'order-9' });
    expect(((await answer.json()) as { root: unknown }).root).toMatchObject({ traceId, isRoot: false });
    expect(answer.headers.get('x-correlation-id')).toBe('order-9');
    expect(telemetry.spans()).toHaveLength(5);
    for (const span of telemetry.spans()) {
      expect(span.spanContext().traceId).toBe(traceId);
      expect(span.attributes['correlation.id']).toBe('order-9');
    }
  });

  it('is not traced where a route says so, nor is anything below it', async () => {
    expect((await fetch(`${front.url}/quiet`)).status).toBe(200);
    await fetch(`${front.url}/health`);
    await fetch(`${front.url}/metrics`);
    expect(telemetry.spans()).toEqual([]);
  });

  it('counts requests by route, never by path', async () => {
    await ask();
    await fetch(`${front.url}/no/such/path`);
    const text = await prometheusText();
    expect(text).toMatch(/http_server_request_duration_seconds_count\{method="POST",route="\/ask",status="200"\} \d+/);
    expect(text).toContain('route="unknown",status="404"');
    expect(text).not.toContain('/no/such/path');
  });

  it('marks a server span as failed only when the server failed', async () => {
    await fetch(`${front.url}/ask`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    const [span] = telemetry.spans();
    expect(span?.attributes['http.response.status_code']).toBe(400);
    expect(span?.status.code).toBe(SpanStatusCode.UNSET);
  });
});
