import type { Attributes, Link, SpanContext, SpanStatus } from '@opentelemetry/api';
import type { ReadableSpan, TimedEvent } from '@opentelemetry/sdk-trace';
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
import { writeAttributes, writeTime } from './write-value.ts';

/** Says that the next bit is known, and that the parent, or what is linked, is of another process. */
const IS_REMOTE_KNOWN = 0x100;
const IS_REMOTE = 0x200;

const flagsOf = ({ traceFlags }: SpanContext, isRemote: boolean | undefined): number =>
  (traceFlags & 0xff) | IS_REMOTE_KNOWN | (isRemote ? IS_REMOTE : 0);

const writeTextField = (out: ByteBuffer, tag: number, text: string | undefined): void => {
  if (!text) return;
  writeByte(out, tag);
  writeText(out, text);
};

const writeHexField = (out: ByteBuffer, tag: number, hex: string): void => {
  writeByte(out, tag);
  writeHex(out, hex);
};

const writeCount = (out: ByteBuffer, tag: number, count: number): void => {
  writeByte(out, tag);
  writeVarint(out, count);
};

const writeEvent = (out: ByteBuffer, { time, name, attributes, droppedAttributesCount = 0 }: TimedEvent): void => {
  writeByte(out, 0x5a);
  const start = beginSized(out);
  writeByte(out, 0x09);
  writeTime(out, time);
  writeByte(out, 0x12);
  writeText(out, name);
  if (attributes) writeAttributes(out, 0x1a, attributes);
  writeCount(out, 0x20, droppedAttributesCount);
  endSized(out, start);
};

const writeLink = (out: ByteBuffer, { context, attributes, droppedAttributesCount = 0 }: Link): void => {
  writeByte(out, 0x6a);
  const start = beginSized(out);
  writeHexField(out, 0x0a, context.traceId);
  writeHexField(out, 0x12, context.spanId);
  writeTextField(out, 0x1a, context.traceState?.serialize());
  if (attributes) writeAttributes(out, 0x22, attributes as Attributes);
  writeCount(out, 0x28, droppedAttributesCount);
  writeByte(out, 0x35);
  writeFixed32(out, flagsOf(context, context.isRemote));
  endSized(out, start);
};

const writeStatus = (out: ByteBuffer, { code, message }: SpanStatus): void => {
  writeByte(out, 0x7a);
  const start = beginSized(out);
  writeTextField(out, 0x12, message);
  writeCount(out, 0x18, code);
  endSized(out, start);
};

/** A `Span` of trace.proto. Each byte given is a tag: `field << 3 | wire type`. */
export const writeSpan = (out: ByteBuffer, span: ReadableSpan): void => {
  const own = span.spanContext();
  const parent = span.parentSpanContext;
  const start = beginSized(out);
  writeHexField(out, 0x0a, own.traceId);
  writeHexField(out, 0x12, own.spanId);
  writeTextField(out, 0x1a, own.traceState?.serialize());
  if (parent) writeHexField(out, 0x22, parent.spanId);
  writeByte(out, 0x2a);
  writeText(out, span.name);
  // Their numbers begin with the one for "not said".
  writeCount(out, 0x30, span.kind + 1);
  writeByte(out, 0x39);
  writeTime(out, span.startTime);
  writeByte(out, 0x41);
  writeTime(out, span.endTime);
  writeAttributes(out, 0x4a, span.attributes);
  writeCount(out, 0x50, span.droppedAttributesCount);
  for (const event of span.events) writeEvent(out, event);
  writeCount(out, 0x60, span.droppedEventsCount);
  for (const link of span.links) writeLink(out, link);
  writeCount(out, 0x70, span.droppedLinksCount);
  writeStatus(out, span.status);
  // The sixteenth field is the first whose tag takes two bytes.
  writeByte(out, 0x85);
  writeByte(out, 0x01);
  writeFixed32(out, flagsOf(own, parent?.isRemote));
  endSized(out, start);
};
