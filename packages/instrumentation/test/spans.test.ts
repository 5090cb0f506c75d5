import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CapturedTelemetry, captureTelemetry } from '../src/capture.ts';
import {
  activeTraceIds,
  carrierOf,
  contextFrom,
  correlationIdOf,
  emitLog,
  inSpan,
  rootOf,
  startSpan,
  suppressed,
  withCorrelationId,
} from '../src/index.ts';

let telemetry: CapturedTelemetry;
beforeEach(() => {
  telemetry = captureTelemetry();
});
afterEach(() => telemetry.stop());

const named = (name: string): NonNullable<ReturnType<CapturedTelemetry['spans']>[number]> => {
  const span = telemetry.spans().find((one) => one.name === name);
  if (!span)
    throw new Error(
      `no span ${name} among ${telemetry
        .spans()
        .map((one) => one.name)
        .join(', ')}`,
    );
  return span;
};

describe('inSpan', () => {
  it('gives back what the function gives, at once or later, and nests', async () => {
    const sync: number = inSpan('outer', { attributes: { a: 1 } }, () =>
      inSpan('inner', { kind: SpanKind.CLIENT }, () => 7),
    );
    expect(sync).toBe(7);
    await expect(inSpan('later', {}, async () => 8)).resolves.toBe(8);
    expect(named('inner').parentSpanContext?.spanId).toBe(named('outer').spanContext().spanId);
    expect(named('inner').kind).toBe(SpanKind.CLIENT);
    expect(named('outer').attributes).toEqual({ a: 1 });
    expect(telemetry.spans().every(({ ended }) => ended)).toBe(true);
  });

  it('keeps the span active across awaits and ends it when the promise settles', async () => {
    const gate = Promise.withResolvers<void>();
    const running = inSpan('waiting', {}, async (span) => {
      await gate.promise;
      expect(activeTraceIds()?.spanId).toBe(span.spanContext().spanId);
    });
    expect(telemetry.spans()).toHaveLength(0);
    expect(activeTraceIds()).toBeNull();
    gate.resolve();
    await running;
    expect(telemetry.spans()).toHaveLength(1);
  });

  it('marks every span an error passes through and tells the error once', async () => {
    const error = new TypeError('broken');
    await expect(inSpan('out', {}, () => inSpan('in', {}, async () => Promise.reject(error)))).rejects.toBe(error);
    expect(() =>
      inSpan('sync', {}, () => {
        throw new Error('at once');
      }),
    ).toThrow('at once');
    for (const name of ['in', 'out', 'sync']) expect(named(name).status.code).toBe(SpanStatusCode.ERROR);
    expect(named('in').events.map(({ attributes }) => attributes?.['exception.type'])).toEqual(['TypeError']);
    expect(named('out').events).toEqual([]);
    expect(named('sync').events).toHaveLength(1);
  });

  it('knows where a trace begins', () => {
    inSpan('root', {}, (root) => {
      expect(rootOf(root).isRoot).toBe(true);
      inSpan('child', {}, (child) =>
        expect(rootOf(child)).toMatchObject({ isRoot: false, traceId: rootOf(root).traceId }),
      );
      inSpan('own', { root: true }, (own) => {
        expect(rootOf(own).isRoot).toBe(true);
        expect(rootOf(own).traceId).not.toBe(rootOf(root).traceId);
      });
    });
    expect(rootOf(null)).toEqual({ traceId: '0'.repeat(32), spanId: '0'.repeat(16), isRoot: false });
  });

  it('is silent inside suppressed', () => {
    inSpan('seen', {}, () =>
      suppressed(() =>
        inSpan('unseen', {}, () => {
          expect(activeTraceIds()).toBeNull();
          expect(carrierOf()).toEqual({});
        }),
      ),
    );
    expect(telemetry.spans().map(({ name }) => name)).toEqual(['seen']);
  });
});

describe('a carrier', () => {
  it('takes trace, baggage and correlation id to another process as plain text', () => {
    const parent = startSpan('producer', { kind: SpanKind.PRODUCER });
    const within = withCorrelationId(trace.setSpan(ROOT_CONTEXT, parent), 'order-7');
    const carrier = JSON.parse(JSON.stringify(carrierOf(within))) as Record<string, string>;
    expect(carrier).toMatchObject({ baggage: 'correlation.id=order-7', 'x-correlation-id': 'order-7' });
    parent.end();
    const arrived = contextFrom(carrier);
    inSpan('consumer', { parent: arrived, links: [{ context: parent.spanContext() }] }, () => {
      expect(correlationIdOf()).toBe('order-7');
      inSpan('below', {}, () => undefined);
    });
    expect(named('consumer').parentSpanContext).toMatchObject({ spanId: parent.spanContext().spanId, isRemote: true });
    expect(named('consumer').links).toHaveLength(1);
    for (const name of ['consumer', 'below']) expect(named(name).attributes['correlation.id']).toBe('order-7');
  });

  it('that makes no sense gives the empty context', () => {
    expect(trace.getSpanContext(contextFrom({ traceparent: 'nonsense' }))).toBeUndefined();
    expect(correlationIdOf(contextFrom({ baggage: 'correlation.id=a%20b%0Ac' }))).toBeNull();
  });
});

describe('emitLog', () => {
  it('carries the ids of the active span and the correlation id', () => {
    context.with(withCorrelationId(ROOT_CONTEXT, 'c-1'), () =>
      inSpan('logging', {}, () => emitLog({ severity: 'warn', body: 'careful', attributes: { n: 1 }, timeMs: 1_000 })),
    );
    const [record] = telemetry.logs();
    expect(record).toMatchObject({
      severityText: 'WARN',
      body: 'careful',
      attributes: { n: 1, 'correlation.id': 'c-1' },
    });
    expect(record?.hrTime).toEqual([1, 0]);
    expect(record?.spanContext?.spanId).toBe(named('logging').spanContext().spanId);
  });
});

describe('a sampler', () => {
  it('that keeps nothing still hands ids on', async () => {
    await telemetry.stop();
    telemetry = captureTelemetry({ sampler: 'parentbased_traceidratio', samplerRatio: 0 });
    inSpan('dropped', {}, (span) => {
      expect(rootOf(span)).toMatchObject({ isRoot: true, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string });
      expect(carrierOf().traceparent).toMatch(/-00$/);
    });
    expect(telemetry.spans()).toEqual([]);
  });
});

it('starts the steps of one request in an order that can be told, and ends them after they start', () => {
  telemetry.clear();
  inSpan('outer', {}, () => {
    for (let i = 0; i < 50; i += 1) inSpan(`step ${i}`, {}, () => undefined);
  });
  const micros = ([seconds, nanos]: readonly [number, number]): number => seconds * 1e6 + nanos / 1e3;
  const steps = telemetry.spans().filter(({ name }) => name.startsWith('step'));
  const starts = steps.map(({ startTime }) => micros(startTime));
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(new Set(starts).size).toBeGreaterThan(25);
  for (const { startTime, endTime } of steps) expect(micros(endTime)).toBeGreaterThanOrEqual(micros(startTime));
});
