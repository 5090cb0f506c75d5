import {
  type Context,
  context,
  INVALID_SPAN_CONTEXT,
  type Span,
  type SpanContext,
  type SpanOptions,
  TraceFlags,
  type Tracer,
  type TracerProvider,
  trace,
} from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import { RandomIdGenerator, type ReadableSpan } from '@opentelemetry/sdk-trace';
import type { Sample } from '../sampler.ts';
import { validSpan } from '../valid-span.ts';
import { recordingSpan, type SpanHome } from './recording-span.ts';

export interface TracerParts {
  readonly resource: Resource;
  readonly sample: Sample;
  /** Called with each span that is recorded, and the context it starts in. */
  readonly started: (span: Span, parent: Context) => void;
  readonly ended: (span: ReadableSpan) => void;
}

const ids = new RandomIdGenerator();

const ownContext = (parent: SpanContext | undefined, sample: Sample): SpanContext => {
  const traceId = parent?.traceId ?? ids.generateTraceId();
  return {
    traceId,
    spanId: ids.generateSpanId(),
    traceFlags: sample(parent, traceId) ? TraceFlags.SAMPLED : TraceFlags.NONE,
    ...(parent?.traceState ? { traceState: parent.traceState } : {}),
  };
};

const tracerOf = (home: SpanHome, { sample, started }: TracerParts): Tracer => {
  const startSpan = (name: string, options: SpanOptions = {}, given: Context = context.active()): Span => {
    const { root, kind, attributes, links, startTime } = options;
    const within = root ? trace.deleteSpan(given) : given;
    if (isTracingSuppressed(within)) return trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
    const parent = validSpan(within);
    const own = ownContext(parent, sample);
    if (own.traceFlags === TraceFlags.NONE) return trace.wrapSpanContext(own);
    const span = recordingSpan(home, { name, kind, own, parent, attributes, links, startTime });
    started(span, within);
    return span;
  };
  return {
    startSpan,
    // The function comes last, whatever stands before it.
    startActiveSpan: (name: string, ...rest: readonly unknown[]) => {
      const [options, given] = rest.slice(0, -1) as [SpanOptions?, Context?];
      const within = given ?? context.active();
      const span = startSpan(name, options, within);
      return context.with(trace.setSpan(within, span), rest.at(-1) as (span: Span) => never, undefined, span);
    },
  };
};

/** Tracers whose spans cost little: nothing is called that is not needed for what this system does with them. */
export const tracerProvider = (parts: TracerParts): TracerProvider => {
  const tracers = new Map<string, Tracer>();
  return {
    getTracer: (name, version = '', { schemaUrl = '' } = {}) => {
      const key = JSON.stringify([name, version, schemaUrl]);
      const scope = { name, ...(version ? { version } : {}), ...(schemaUrl ? { schemaUrl } : {}) };
      const tracer = tracers.get(key) ?? tracerOf({ resource: parts.resource, scope, ended: parts.ended }, parts);
      tracers.set(key, tracer);
      return tracer;
    },
  };
};
