import { inSpan, withCorrelationId } from '@clearspan/instrumentation';
import { captureTelemetry } from '@clearspan/instrumentation/capture';
import { context } from '@opentelemetry/api';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { createLogger } from '../src/index.ts';
import { redacted } from '../src/redact.ts';
import { writeLines } from '../src/standard-output.ts';

const telemetry = captureTelemetry();
const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
afterEach(() => {
  writeLines();
  written.mockClear();
  telemetry.clear();
});
afterAll(async () => {
  written.mockRestore();
  await telemetry.stop();
});

const line = (): Record<string, unknown> =>
  JSON.parse(String(written.mock.calls.at(-1)?.[0])) as Record<string, unknown>;

it('writes a line and the same record as OpenTelemetry log, with the ids of the trace', () => {
  const logger = createLogger('shop', 'info');
  const ids = context.with(withCorrelationId(context.active(), 'order-1'), () =>
    inSpan('buying', {}, (span) => {
      logger.warn({ items: 2, cart: { id: 'c7' } }, 'cart of %s items', 'two');
      return span.spanContext();
    }),
  );
  writeLines();
  expect(line()).toMatchObject({
    level: 40,
    service: 'shop',
    msg: 'cart of two items',
    trace_id: ids.traceId,
    span_id: ids.spanId,
    correlation_id: 'order-1',
    items: 2,
  });
  const [record] = telemetry.logs();
  expect(record).toMatchObject({
    severityText: 'WARN',
    body: 'cart of two items',
    attributes: { items: 2, 'cart.id': 'c7', 'correlation.id': 'order-1' },
  });
  expect(record?.spanContext?.spanId).toBe(ids.spanId);
});

it('keeps secrets out of both, at any depth, in children and in errors', () => {
  const logger = createLogger('shop', 'info').child({ sessionToken: 'swordfish' });
  const error = Object.assign(new Error('failed'), { config: { headers: { Authorization: 'Bearer swordfish' } } });
  logger.error(
    {
      err: error,
      request: { headers: { 'x-api-key': 'swordfish', accept: 'json' } },
      list: [{ password: 'swordfish' }],
    },
    'oh',
  );
  writeLines();
  const everything = String(written.mock.calls.at(-1)?.[0]) + JSON.stringify(telemetry.logs()[0]?.attributes);
  expect(everything).not.toContain('swordfish');
  expect(line()).toMatchObject({
    request: { headers: { accept: 'json', 'x-api-key': '[redacted]' } },
    err: { message: 'failed' },
  });
});

it('writes what is said within a moment at once, in its order, each line with its own trace', async () => {
  const logger = createLogger('shop', 'info');
  const ids = ['first', 'second'].map((name) =>
    inSpan(name, {}, (span) => {
      logger.info(name);
      return span.spanContext().traceId;
    }),
  );
  expect(written).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(written).toHaveBeenCalledOnce());
  const lines = String(written.mock.calls[0]?.[0]).trimEnd().split('\n');
  const read = lines.map((text) => JSON.parse(text) as { readonly msg: string; readonly trace_id: string });
  expect(read.map(({ msg }) => msg)).toEqual(['first', 'second']);
  expect(read.map(({ trace_id }) => trace_id)).toEqual(ids);
  expect(telemetry.logs().map(({ spanContext }) => spanContext?.traceId)).toEqual(ids);
});

it('does not keep all that a loop says which never ends its turn', () => {
  const logger = createLogger('shop', 'info');
  for (let i = 0; i < 1_000; i++) logger.info('again');
  expect(written).toHaveBeenCalledOnce();
});

it('leaves figures alone and stops at a depth', () => {
  expect(redacted({ input_tokens: 12, token: 'x', cookie: null })).toEqual({
    input_tokens: 12,
    token: '[redacted]',
    cookie: null,
  });
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  expect(JSON.stringify(redacted(circular))).toContain('too deep');
});

it('says nothing below its level', () => {
  createLogger('shop', 'error').info('quiet');
  writeLines();
  expect(written).not.toHaveBeenCalled();
  expect(telemetry.logs()).toEqual([]);
});
