import {
  type Attributes,
  type Context,
  context,
  type Link,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';

const SCOPE = 'clearspan';

export interface SpanSettings {
  /** INTERNAL by default. */
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
  readonly links?: readonly Link[];
  /** The active context by default. */
  readonly parent?: Context;
}

const fail = (span: Span, error: unknown): void => {
  const known = error instanceof Error ? error : new Error(String(error));
  span.recordException(known);
  span.setAttribute('error.type', (known as { code?: unknown }).code?.toString() ?? known.name);
  span.setStatus({ code: SpanStatusCode.ERROR, message: known.message });
};

export const startSpan = (name: string, { kind = SpanKind.INTERNAL, attributes = {}, links = [], parent }: SpanSettings): Span =>
  trace.getTracer(SCOPE).startSpan(name, { kind, attributes, links: [...links] }, parent ?? context.active());

/**
 * Runs `fn` inside a span, which ends when it returns or its promise settles. An error is recorded on the span and
 * thrown on.
 */
export const inSpan = <T>(name: string, settings: SpanSettings, fn: (span: Span) => T): T => {
  const parent = settings.parent ?? context.active();
  const span = startSpan(name, settings);
  const end = (): void => span.end();
  try {
    const result = context.with(trace.setSpan(parent, span), () => fn(span));
    if (!(result instanceof Promise)) {
      end();
      return result;
    }
    return result
      .catch((error: unknown) => {
        fail(span, error);
        throw error;
      })
      .finally(end) as T;
  } catch (error) {
    fail(span, error);
    end();
    throw error;
  }
};

/** Ends a span that was started by hand, with the error if there was one. */
export const endSpan = (span: Span, error?: unknown): void => {
  if (error !== undefined) fail(span, error);
  span.end();
};

/** Runs `fn` without spans: for what a process does on its own account, such as refreshing a cache. */
export const suppressed = <T>(fn: () => T): T => context.with(suppressTracing(ROOT_CONTEXT), fn);

export interface TraceIds {
  readonly traceId: string;
  readonly spanId: string;
}

/** The ids of the active span, or null outside of any. */
export const activeTraceIds = (): TraceIds | null => {
  const ids = trace.getSpanContext(context.active());
  return ids ? { traceId: ids.traceId, spanId: ids.spanId } : null;
};

/** The ids of a span, and whether its trace begins with it. Zeros where there is no span. */
export const rootOf = (span: Span | null): TraceIds & { readonly isRoot: boolean } => {
  if (!span) return { traceId: '0'.repeat(32), spanId: '0'.repeat(16), isRoot: false };
  const { traceId, spanId } = span.spanContext();
  return { traceId, spanId, isRoot: (span as { parentSpanContext?: unknown }).parentSpanContext === undefined };
};
