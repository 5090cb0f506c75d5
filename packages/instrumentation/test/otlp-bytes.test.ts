import { type AnyValue, type Attributes, type HrTime, type SpanContext, SpanKind } from '@opentelemetry/api';
import { TraceState } from '@opentelemetry/core';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ByteBuffer } from '../src/otlp/byte-buffer.ts';
import { writeLogRecord } from '../src/otlp/write-log-record.ts';
import { writeSpan } from '../src/otlp/write-span.ts';
import { createBatcher } from '../src/send/batcher.ts';

/** What turns items into bytes in an exporter of the SDK: the reference for ours, and not to be had without it. */
const bytesOfSdk = (exporter: object, items: readonly unknown[]): Buffer => {
  const delegate = Reflect.get(exporter, '_delegate') as object;
  const serializer = Reflect.get(delegate, '_serializer') as { serializeRequest(all: readonly unknown[]): Uint8Array };
  return Buffer.from(serializer.serializeRequest(items));
};

const resource = resourceFromAttributes({ 'service.name': 'shop', 'process.pid': 7 });
const SCOPES = [
  { name: 'clearspan', version: '1.2.3' },
  { name: 'another', schemaUrl: 'https://opentelemetry.io/schemas/1.0.0' },
];

const ourBytes = <Item extends ReadableSpan | ReadableLogRecord>(
  write: (out: ByteBuffer, item: Item) => void,
  items: readonly Item[],
): Buffer => {
  const bodies: Uint8Array[] = [];
  const outbox = { put: ({ body }: { body: Uint8Array }) => void bodies.push(body), empty: async () => undefined };
  const batcher = createBatcher(resource, write, [outbox]);
  for (const item of items) batcher.add(item);
  void batcher.flush();
  expect(bodies).toHaveLength(1);
  return Buffer.from(bodies[0] as Uint8Array);
};

const HEX_DIGITS = Array.from({ length: 16 }, (_, digit) => digit.toString(16));
const hex = (digits: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...HEX_DIGITS), { minLength: digits, maxLength: digits }).map((all) => all.join(''));
/** Of any characters, lone surrogates among them, and of lengths about those at which the length takes another byte. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 60 }),
  fc.nat(400).map((count) => 'x'.repeat(count)),
  fc.nat(60).map((count) => 'é'.repeat(count)),
  fc.constantFrom('\ud800', 'a\udc00b', 'x'.repeat(20_000)),
);
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -0, 127, 128, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 63), 2 ** 63, 1e300, -1),
);
const value = fc.letrec<{ value: AnyValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 200 }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 9 }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;
const attributes = fc.dictionary(fc.string({ minLength: 1 }), value, {
  maxKeys: 12,
  noNullPrototype: true,
}) as unknown as fc.Arbitrary<Attributes>;
const time = fc.tuple(fc.nat(4_000_000_000), fc.nat(999_999_999)) as fc.Arbitrary<HrTime>;
const spanContext: fc.Arbitrary<SpanContext> = fc.record(
  {
    traceId: hex(32),
    spanId: hex(16),
    traceFlags: fc.nat(255),
    isRemote: fc.boolean(),
    traceState: fc.constantFrom(new TraceState(), new TraceState('a=1,b=2')),
  },
  { requiredKeys: ['traceId', 'spanId', 'traceFlags'] },
);
const scope = fc.constantFrom(...SCOPES);
const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 3 });

const span: fc.Arbitrary<ReadableSpan> = fc
  .record({
    own: spanContext,
    parentSpanContext: fc.option(spanContext, { nil: undefined }),
    name: text,
    kind: fc.constantFrom(SpanKind.INTERNAL, SpanKind.SERVER, SpanKind.CLIENT, SpanKind.PRODUCER, SpanKind.CONSUMER),
    startTime: time,
    endTime: time,
    status: fc.record({ code: fc.nat(2), message: text }, { requiredKeys: ['code'] }),
    attributes,
    links: few(
      fc.record(
        { context: spanContext, attributes, droppedAttributesCount: fc.nat(300) },
        { requiredKeys: ['context'] },
      ),
    ),
    events: few(
      fc.record(
        { time, name: text, attributes, droppedAttributesCount: fc.nat(300) },
        { requiredKeys: ['time', 'name'] },
      ),
    ),
    droppedAttributesCount: fc.nat(1_000),
    droppedEventsCount: fc.nat(1_000),
    droppedLinksCount: fc.nat(1_000),
    instrumentationScope: scope,
  })
  .map(
    ({ own, ...rest }) =>
      ({ ...rest, spanContext: () => own, resource, ended: true, duration: [0, 0] }) as ReadableSpan,
  );

const record = fc
  .record(
    {
      hrTime: time,
      hrTimeObserved: time,
      spanContext,
      severityNumber: fc.nat(24),
      severityText: text,
      body: value,
      eventName: text,
      attributes,
      droppedAttributesCount: fc.nat(1_000),
      instrumentationScope: scope,
    },
    { requiredKeys: ['hrTime', 'hrTimeObserved', 'attributes', 'droppedAttributesCount', 'instrumentationScope'] },
  )
  .map((rest) => ({ ...rest, resource }) as unknown as ReadableLogRecord);

it('writes spans byte by byte as the SDK does', () => {
  const exporter = new OTLPTraceExporter();
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 6 }), (spans) => {
      expect(ourBytes(writeSpan, spans).equals(bytesOfSdk(exporter, spans))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('writes log records byte by byte as the SDK does', () => {
  const exporter = new OTLPLogExporter();
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 6 }), (records) => {
      expect(ourBytes(writeLogRecord, records).equals(bytesOfSdk(exporter, records))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
