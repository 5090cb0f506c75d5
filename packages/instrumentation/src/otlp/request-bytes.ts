import type { Buffer } from 'node:buffer';
import type { InstrumentationScope } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import {
  type ByteBuffer,
  beginSized,
  createByteBuffer,
  endSized,
  reserve,
  writeByte,
  writeText,
  writeVarint,
} from './byte-buffer.ts';
import { writeAttributes } from './write-value.ts';

/** Spans or log records of one scope, each already written under `RECORD`. */
export interface Section {
  readonly scope: InstrumentationScope;
  readonly records: ByteBuffer;
}

/** Tag of a span within its scope, and of a log record within its. */
export const RECORD = 0x12;

const SCHEMA_URL = 0x1a;

const writeSchemaUrl = (out: ByteBuffer, url: string | undefined): void => {
  if (!url) return;
  writeByte(out, SCHEMA_URL);
  writeText(out, url);
};

const writeSection = (out: ByteBuffer, { scope, records }: Section): void => {
  writeByte(out, 0x12);
  const start = beginSized(out);
  writeByte(out, 0x0a);
  const from = beginSized(out);
  writeByte(out, 0x0a);
  writeText(out, scope.name);
  if (scope.version) {
    writeByte(out, 0x12);
    writeText(out, scope.version);
  }
  endSized(out, from);
  reserve(out, records.length);
  records.bytes.copy(out.bytes, out.length, 0, records.length);
  out.length += records.length;
  writeSchemaUrl(out, scope.schemaUrl);
  endSized(out, start);
};

/** Room for the resource, the scopes and all lengths, beside the records. */
const FRAME_BYTES = 4_096;

/** An `ExportTraceServiceRequest` or an `ExportLogsServiceRequest`: down to the records they are the same. */
export const requestBytes = ({ attributes, schemaUrl }: Resource, sections: readonly Section[]): Buffer => {
  const out = createByteBuffer(sections.reduce((sum, { records }) => sum + records.length, FRAME_BYTES));
  writeByte(out, 0x0a);
  const start = beginSized(out);
  writeByte(out, 0x0a);
  const from = beginSized(out);
  writeAttributes(out, 0x0a, attributes);
  writeByte(out, 0x10);
  writeVarint(out, 0);
  endSized(out, from);
  for (const section of sections) writeSection(out, section);
  writeSchemaUrl(out, schemaUrl);
  endSized(out, start);
  return out.bytes.subarray(0, out.length);
};
