import { type Attributes, context, type Logger, type LoggerProvider } from '@opentelemetry/api';
import { type InstrumentationScope, millisToHrTime, timeInputToHrTime } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { keptAttributes } from './attributes.ts';
import { validSpan } from './valid-span.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const loggerOf = (
  resource: Resource,
  instrumentationScope: InstrumentationScope,
  emitted: (record: ReadableLogRecord) => void,
): Logger => ({
  enabled: () => true,
  emit: (given) => {
    const now = millisToHrTime(Date.now());
    const { attributes, dropped } = keptAttributes((given.attributes ?? {}) as Attributes);
    const record: Writable<ReadableLogRecord> = {
      hrTime: given.timestamp === undefined ? now : timeInputToHrTime(given.timestamp),
      hrTimeObserved: given.observedTimestamp === undefined ? now : timeInputToHrTime(given.observedTimestamp),
      attributes,
      droppedAttributesCount: dropped,
      resource,
      instrumentationScope,
    };
    const span = validSpan(given.context ?? context.active());
    if (span !== undefined) record.spanContext = span;
    if (given.severityNumber !== undefined) record.severityNumber = given.severityNumber;
    if (given.severityText !== undefined) record.severityText = given.severityText;
    if (given.body !== undefined) record.body = given.body;
    if (given.eventName !== undefined) record.eventName = given.eventName;
    emitted(record);
  },
});

/** Loggers that hand each record on at once, with the ids of the span it was said in. */
export const loggerProvider = (resource: Resource, emitted: (record: ReadableLogRecord) => void): LoggerProvider => ({
  getLogger: (name, version = '', { schemaUrl = '' } = {}) => {
    const scope = { name, ...(version ? { version } : {}), ...(schemaUrl ? { schemaUrl } : {}) };
    return loggerOf(resource, scope, emitted);
  },
});
