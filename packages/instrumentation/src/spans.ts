import {
  type Attributes,
  type Context,
  context,
  INVALID_SPAN_CONTEXT,
  type Link,
  type Span,
  type SpanKind,
  type SpanOptions,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { currentTracer } from './telemetry.ts';
import { isRecordedRoot } from './trace/recording-span.ts';
import { validSpan } from './valid-span.ts';

export interface SpanSettings {
  /** INTERNAL by default. */
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
  readonly links?: readonly Link[];
  /** The context the span is started in; the active one by default. */
  readonly parent?: Context;
  /** Starts a trace of its own, whatever the parent is. */
  readonly root?: boolean;
}

export interface SpanIds {
  readonly traceId: string;
  readonly spanId: string;
}

export interface RootIds extends SpanIds {
  /** Whether the trace begins with this span, for all this process knows. */
  readonly isRoot: boolean;
}

/** Those that are not recorded: the others know by themselves. */
const roots = new WeakSet<Span>();
/** An error that passes through several spans is told once, by the innermost. */
const told = new WeakSet<object>();

/** A span that the caller ends. Prefer `inSpan`; this is for spans whose start and end are different events. */
export const startSpan = (name: string, settings: SpanSettings, parent: Context = context.active()): Span => {
  const { root = false } = settings;
  const within = settings.parent ?? parent;
  const span = currentTracer().startSpan(name, settings as SpanOptions, within);
  if (!span.isRecording() && (root || validSpan(within) === undefined)) roots.add(span);
  return span;
};

/** Marks a span as failed, with the error that made it fail. */
export const failSpan = (span: Span, error: unknown): void => {
  const message = error instanceof Error ? error.message : String(error);
  if (typeof error !== 'object' || error === null) span.recordException(message);
  else if (!told.has(error)) {
    told.add(error);
    span.recordException(error instanceof Error ? error : message);
  }
  span.setStatus({ code: SpanStatusCode.ERROR, message });
};

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/**
 * Runs `fn` in a span of its own, which ends when `fn` does: at once, or when the promise it returned settles. An
 * error is recorded, makes the status ERROR and is passed on as it is.
 */
export const inSpan = <R>(name: string, settings: SpanSettings, fn: (span: Span) => R): R => {
  const parent = settings.parent ?? context.active();
  const span = startSpan(name, settings, parent);
  const failed = (error: unknown): never => {
    failSpan(span, error);
    span.end();
    throw error;
  };
  let result: R;
  try {
    result = context.with(trace.setSpan(parent, span), () => fn(span));
  } catch (error) {
    return failed(error);
  }
  if (!isThenable(result)) {
    span.end();
    return result;
  }
  return result.then((value) => {
    span.end();
    return value;
  }, failed) as R;
};

/** Ids of the span that a context is in, null outside of any. */
export const traceIdsOf = (within: Context): SpanIds | null => validSpan(within) ?? null;

/** Ids of the active span, null outside of any. */
export const activeTraceIds = (): SpanIds | null => traceIdsOf(context.active());

/** Ids of a span, and whether its trace begins with it. Zeroes for no span, as in the trace context standard. */
export const rootOf = (span: Span | null | undefined): RootIds => {
  const { traceId, spanId } = span?.spanContext() ?? INVALID_SPAN_CONTEXT;
  return { traceId, spanId, isRoot: span ? isRecordedRoot(span) || roots.has(span) : false };
};

/** Runs `fn` with tracing off: no span inside, and no trace context on the calls it makes. */
export const suppressed = <R>(fn: () => R): R => context.with(suppressTracing(context.active()), fn);
