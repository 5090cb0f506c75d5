import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import {
  type ByteBuffer,
  beginSized,
  endSized,
  writeByte,
  writeFixed32,
  writeHex,
  writeText,
  writeVarint,
} from './byte-buffer.ts';
import { writeAnyValue, writeAttributes, writeTime } from './write-value.ts';

/** A `LogRecord` of logs.proto. Each byte given is a tag: `field << 3 | wire type`. */
export const writeLogRecord = (out: ByteBuffer, record: ReadableLogRecord): void => {
  const { severityNumber, severityText, body, spanContext, eventName } = record;
  const start = beginSized(out);
  writeByte(out, 0x09);
  writeTime(out, record.hrTime);
  if (severityNumber) {
    writeByte(out, 0x10);
    writeVarint(out, severityNumber);
  }
  if (severityText) {
    writeByte(out, 0x1a);
    writeText(out, severityText);
  }
  if (body !== undefined) {
    writeByte(out, 0x2a);
    const from = beginSized(out);
    writeAnyValue(out, body);
    endSized(out, from);
  }
  writeAttributes(out, 0x32, record.attributes);
  writeByte(out, 0x38);
  writeVarint(out, record.droppedAttributesCount);
  if (spanContext) {
    if (spanContext.traceFlags) {
      writeByte(out, 0x45);
      writeFixed32(out, spanContext.traceFlags);
    }
    writeByte(out, 0x4a);
    writeHex(out, spanContext.traceId);
    writeByte(out, 0x52);
    writeHex(out, spanContext.spanId);
  }
  writeByte(out, 0x59);
  writeTime(out, record.hrTimeObserved);
  if (eventName) {
    writeByte(out, 0x62);
    writeText(out, eventName);
  }
  endSized(out, start);
};
