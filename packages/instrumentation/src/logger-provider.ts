import { type Context, context, type Logger, type LoggerProvider, type SpanContext, trace } from '@opentelemetry/api';
import { type InstrumentationScope, millisToHrTime, timeInputToHrTime } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { keptAttributes } from './attributes.ts';

const spanOf = (within: Context): SpanContext | undefined => {
  const span = trace.getSpanContext(within);
  return span !== undefined && trace.isSpanContextValid(span) ? span : undefined;
};

const loggerOf = (
  resource: Resource,
  instrumentationScope: InstrumentationScope,
  emitted: (record: ReadableLogRecord) => void,
): Logger => ({
  enabled: () => true,
  emit: ({ timestamp, observedTimestamp, context: within = context.active(), attributes, ...record }) => {
    const now = millisToHrTime(Date.now());
    const kept = keptAttributes(attributes as Parameters<typeof keptAttributes>[0]);
    const spanContext = spanOf(within);
    const { severityNumber, severityText, body, eventName } = record;
    emitted({
      hrTime: timestamp === undefined ? now : timeInputToHrTime(timestamp),
      hrTimeObserved: observedTimestamp === undefined ? now : timeInputToHrTime(observedTimestamp),
      ...(spanContext === undefined ? {} : { spanContext }),
      ...(severityNumber === undefined ? {} : { severityNumber }),
      ...(severityText === undefined ? {} : { severityText }),
      ...(body === undefined ? {} : { body }),
      ...(eventName === undefined ? {} : { eventName }),
      attributes: kept.attributes,
      droppedAttributesCount: kept.dropped,
      resource,
      instrumentationScope,
    });
  },
});

/** Loggers that hand each record on at once, with the ids of the span it was said in. */
export const loggerProvider = (resource: Resource, emitted: (record: ReadableLogRecord) => void): LoggerProvider => ({
  getLogger: (name, version = '', { schemaUrl = '' } = {}) => {
    const scope = { name, ...(version ? { version } : {}), ...(schemaUrl ? { schemaUrl } : {}) };
    return loggerOf(resource, scope, emitted);
  },
});
