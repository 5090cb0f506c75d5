import {
  type Attributes,
  type Exception,
  type HrTime,
  type Link,
  type Span,
  type SpanContext,
  SpanKind,
  type SpanStatus,
  SpanStatusCode,
  type TimeInput,
} from '@opentelemetry/api';
import {
  addHrTimes,
  cleanAttributes,
  cleanSimpleAttributes,
  hrTimeDuration,
  type InstrumentationScope,
  isTimeInput,
  millisToHrTime,
  timeInputToHrTime,
} from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import type { ReadableSpan, TimedEvent } from '@opentelemetry/sdk-trace';
import { ATTRIBUTE_LIMITS, type KeptAttributes, keptAttributes, putAttribute } from '../attributes.ts';
import { exceptionAttributes } from './exception-attributes.ts';
import { preciseTime } from './wall-clock.ts';

const EVENTS_MAX = 128;
const LINKS_MAX = 128;

export interface SpanStart {
  readonly name: string;
  readonly kind: SpanKind | undefined;
  readonly own: SpanContext;
  readonly parent: SpanContext | undefined;
  readonly attributes: Attributes | undefined;
  readonly links: readonly Link[] | undefined;
  readonly startTime: TimeInput | undefined;
}

/** What all spans of a scope share. */
export interface SpanHome {
  readonly resource: Resource;
  readonly scope: InstrumentationScope;
  /** Called once for each span, when it ends. */
  readonly ended: (span: ReadableSpan) => void;
}

/** Shared by all spans that have none, which are nearly all: what is not made is not collected either. */
const NO_LINKS: Link[] = [];
const NO_EVENTS: TimedEvent[] = [];
const NOT_YET: HrTime = [0, 0];
const UNSET: SpanStatus = { code: SpanStatusCode.UNSET };

/** A class, though not seen as one from outside: thousands are made a second, and all share these functions. */
class RecordingSpan implements Span, ReadableSpan {
  readonly parentSpanContext?: SpanContext;
  readonly kind: SpanKind;
  readonly attributes: Attributes;
  links: Link[] = NO_LINKS;
  events: TimedEvent[] = NO_EVENTS;
  readonly startTime: HrTime;
  name: string;
  status: SpanStatus = UNSET;
  endTime: HrTime = NOT_YET;
  ended = false;
  droppedAttributesCount: number;
  droppedEventsCount = 0;
  droppedLinksCount = 0;
  #attributesCount: number;
  readonly #own: SpanContext;
  readonly #home: SpanHome;
  readonly #startedMs = performance.now();

  constructor(home: SpanHome, start: SpanStart, kept: KeptAttributes) {
    this.#home = home;
    this.#own = start.own;
    if (start.parent) this.parentSpanContext = start.parent;
    this.kind = start.kind ?? SpanKind.INTERNAL;
    this.name = start.name;
    this.attributes = kept.attributes;
    this.#attributesCount = kept.count;
    this.droppedAttributesCount = kept.dropped;
    this.startTime = start.startTime === undefined ? preciseTime(this.#startedMs) : timeInputToHrTime(start.startTime);
    if (start.links) this.addLinks(start.links);
  }

  get resource(): Resource {
    return this.#home.resource;
  }

  get instrumentationScope(): InstrumentationScope {
    return this.#home.scope;
  }

  get duration(): HrTime {
    return this.ended ? hrTimeDuration(this.startTime, this.endTime) : [-1, -1];
  }

  spanContext(): SpanContext {
    return this.#own;
  }

  isRecording(): boolean {
    return !this.ended;
  }

  setAttribute(key: string, value: Attributes[string]): this {
    if (this.ended) return this;
    const added = putAttribute(this.attributes, this.#attributesCount, key, value);
    if (added < 0) this.droppedAttributesCount += 1;
    else this.#attributesCount += added;
    return this;
  }

  setAttributes(attributes: Attributes): this {
    for (const key of Object.keys(attributes)) this.setAttribute(key, attributes[key]);
    return this;
  }

  addEvent(name: string, second?: Attributes | TimeInput, third?: TimeInput): this {
    if (this.ended) return this;
    if (this.events.length === EVENTS_MAX) {
      this.events.shift();
      this.droppedEventsCount += 1;
    }
    const isTime = isTimeInput(second);
    if (this.events === NO_EVENTS) this.events = [];
    this.events.push({
      name,
      time: this.#timeOf(third ?? (isTime ? (second as TimeInput) : undefined)),
      ...cleanSimpleAttributes(isTime ? undefined : (second as Attributes | undefined), ATTRIBUTE_LIMITS),
    });
    return this;
  }

  addLink({ context, attributes }: Link): this {
    if (this.ended) return this;
    if (this.links.length === LINKS_MAX) {
      this.links.shift();
      this.droppedLinksCount += 1;
    }
    if (this.links === NO_LINKS) this.links = [];
    this.links.push({ context, ...cleanAttributes(attributes, ATTRIBUTE_LIMITS) });
    return this;
  }

  addLinks(links: readonly Link[]): this {
    for (const link of links) this.addLink(link);
    return this;
  }

  setStatus({ code, message }: SpanStatus): this {
    // OK is the last word, and there is no way back to UNSET.
    if (this.ended || code === SpanStatusCode.UNSET || this.status.code === SpanStatusCode.OK) return this;
    this.status = { code, ...(code === SpanStatusCode.ERROR && typeof message === 'string' ? { message } : {}) };
    return this;
  }

  updateName(name: string): this {
    if (!this.ended) this.name = name;
    return this;
  }

  recordException(exception: Exception, time?: TimeInput): void {
    const attributes = exceptionAttributes(exception);
    if (attributes !== null) this.addEvent('exception', attributes, time);
  }

  end(time?: TimeInput): void {
    if (this.ended) return;
    this.endTime = this.#timeOf(time);
    this.ended = true;
    if (this.duration[0] < 0) this.endTime = this.startTime;
    this.#home.ended(this);
  }

  /** The monotonic clock since the start, so that a span never ends before it starts when the system's clock is set. */
  #timeOf(given: TimeInput | undefined): HrTime {
    if (given !== undefined) return timeInputToHrTime(given);
    return addHrTimes(this.startTime, millisToHrTime(performance.now() - this.#startedMs));
  }
}

/** Whether it is one of these. */
export const isRecorded = (span: Span): span is RecordingSpan => span instanceof RecordingSpan;

/** Whether it is one of these, and no span is known above it. */
export const isRecordedRoot = (span: Span): boolean => isRecorded(span) && span.parentSpanContext === undefined;

/** A span that keeps what it is told, until it ends. */
export const recordingSpan = (home: SpanHome, start: SpanStart): Span =>
  new RecordingSpan(home, start, keptAttributes({ ...start.attributes }));
