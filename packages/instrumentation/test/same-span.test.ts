import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  type SpanOptions,
  type TimeInput,
  TraceFlags,
} from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { type ReadableSpan, TracerProvider } from '@opentelemetry/sdk-trace';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ATTRIBUTE_LIMITS } from '../src/attributes.ts';
import { samplerOf } from '../src/sampler.ts';
import { tracerProvider } from '../src/trace/tracer.ts';

const resource = resourceFromAttributes({});
const nothing = async (): Promise<void> => undefined;

/** What a span is at its end, but for its ids: those are drawn. */
const essence = (span: ReadableSpan): unknown => ({
  name: span.name,
  kind: span.kind,
  status: span.status,
  attributes: span.attributes,
  links: span.links,
  events: span.events,
  startTime: span.startTime,
  endTime: span.endTime,
  duration: span.duration,
  ended: span.ended,
  dropped: [span.droppedAttributesCount, span.droppedEventsCount, span.droppedLinksCount],
  scope: span.instrumentationScope.name,
});

type Act = (span: Span) => unknown;
type Start = (name: string, options: SpanOptions) => Span;

const ofSdk = (ended: (span: ReadableSpan) => void): Start => {
  const provider = new TracerProvider({
    resource,
    spanLimits: ATTRIBUTE_LIMITS,
    spanProcessors: [{ onStart: () => undefined, onEnd: ended, forceFlush: nothing, shutdown: nothing }],
  });
  return (name, options) => provider.getTracer('scope').startSpan(name, options, ROOT_CONTEXT);
};

const ofOurs = (ended: (span: ReadableSpan) => void): Start => {
  const sample = samplerOf('parentbased_always_on', 1);
  const provider = tracerProvider({ resource, sample, started: () => undefined, ended });
  return (name, options) => provider.getTracer('scope').startSpan(name, options, ROOT_CONTEXT);
};

const run = (of: typeof ofSdk, options: SpanOptions, acts: readonly Act[], end: TimeInput): unknown => {
  const seen: ReadableSpan[] = [];
  const span = of((one) => void seen.push(one))('named', options);
  for (const act of acts) act(span);
  span.end(end);
  // What comes after the end changes nothing.
  for (const act of acts) act(span);
  span.end();
  expect(seen).toHaveLength(1);
  return essence(seen[0] as ReadableSpan);
};

/** Few keys, so that they meet again; one that is none. */
const key = fc.oneof(
  fc.constantFrom('a', 'b', 'c', ''),
  fc.nat(200).map((n) => `key ${n}`),
);
const any = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(undefined, null, 'x'.repeat(20_000), Symbol('none'), 1n, new Date(0), /r/),
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
);
const attributes = fc.oneof(
  fc.dictionary(key, any, { maxKeys: 5 }),
  fc.constant(Object.fromEntries(Array.from({ length: 130 }, (_, i) => [`many ${i}`, i]))),
) as unknown as fc.Arbitrary<Attributes>;
const time: fc.Arbitrary<TimeInput> = fc.oneof(
  fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
  fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }).map((ms) => new Date(ms)),
  fc.tuple(fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), fc.nat(999_999_999)),
);
const link = fc.record(
  {
    context: fc.constant({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: TraceFlags.SAMPLED }),
    attributes,
  },
  { requiredKeys: ['context'] },
);
const exception = fc.oneof(
  fc.string(),
  fc.record(
    { code: fc.oneof(fc.string(), fc.nat(3)), name: fc.string(), message: fc.string(), stack: fc.string() },
    { requiredKeys: [], noNullPrototype: true },
  ),
) as fc.Arbitrary<Error>;
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(key, any).map(
    ([name, value]) =>
      (span: Span) =>
        span.setAttribute(name, value as string),
  ),
  attributes.map((all) => (span: Span) => span.setAttributes(all)),
  fc.tuple(fc.string(), attributes, time).map(
    ([name, all, at]) =>
      (span: Span) =>
        span.addEvent(name, all, at),
  ),
  fc.tuple(fc.string(), time).map(
    ([name, at]) =>
      (span: Span) =>
        span.addEvent(name, at),
  ),
  fc.tuple(link, fc.constantFrom(1, 130)).map(([one, times]) => (span: Span) => {
    for (let i = 0; i < times; i++) span.addLink(one);
  }),
  fc.array(link, { maxLength: 3 }).map((links) => (span: Span) => span.addLinks(links)),
  fc.tuple(exception, time).map(
    ([error, at]) =>
      (span: Span) =>
        span.recordException(error, at),
  ),
  fc.tuple(time, fc.constant(130)).map(([at, times]) => (span: Span) => {
    for (let i = 0; i < times; i++) span.addEvent(`event ${i}`, {}, at);
  }),
  fc.tuple(fc.nat(2), fc.option(fc.string(), { nil: undefined })).map(
    ([code, message]) =>
      (span: Span) =>
        span.setStatus(message === undefined ? { code } : { code, message }),
  ),
  fc.string().map((name) => (span: Span) => span.updateName(name)),
);
const options: fc.Arbitrary<SpanOptions> = fc.record(
  {
    kind: fc.constantFrom(SpanKind.SERVER, SpanKind.CLIENT),
    attributes,
    links: fc.array(link, { maxLength: 3 }),
    startTime: time,
  },
  { requiredKeys: ['startTime'] },
);

it('is what a span of the SDK is, whatever is done with it', () => {
  fc.assert(
    fc.property(options, fc.array(act, { maxLength: 12 }), time, (start, acts, end) => {
      expect(run(ofOurs, start, acts, end)).toEqual(run(ofSdk, start, acts, end));
    }),
    { numRuns: 500 },
  );
});
