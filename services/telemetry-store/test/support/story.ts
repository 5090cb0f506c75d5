/** A span of a small story told in milliseconds after its beginning. */
export interface StorySpan {
  readonly service: string;
  readonly name: string;
  readonly id: number;
  readonly parent?: number;
  readonly kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  readonly atMs: number;
  readonly ms: number;
  readonly failed?: boolean;
  readonly attributes?: Readonly<Record<string, string | number>>;
}

const KINDS = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

const value = (given: string | number): object =>
  typeof given === 'string' ? { stringValue: given } : { intValue: String(given) };
const attributesOf = (given: Readonly<Record<string, string | number>>): object[] =>
  Object.entries(given).map(([key, item]) => ({ key, value: value(item) }));

const spanOf = (trace: number, beginMs: number, span: StorySpan): object => ({
  traceId: hex(trace, 32),
  spanId: hex(span.id, 16),
  ...(span.parent === undefined ? {} : { parentSpanId: hex(span.parent, 16) }),
  name: span.name,
  kind: KINDS.indexOf(span.kind),
  startTimeUnixNano: `${beginMs + span.atMs}000000`,
  endTimeUnixNano: `${beginMs + span.atMs + span.ms}000000`,
  attributes: attributesOf(span.attributes ?? {}),
  ...(span.failed ? { status: { code: 2, message: 'it broke' } } : {}),
});

/** `ExportTraceServiceRequest` in JSON: one trace, each service a resource of its own. */
export const storyJson = (trace: number, beginMs: number, spans: readonly StorySpan[]): string => {
  const services = [...new Set(spans.map(({ service }) => service))];
  return JSON.stringify({
    resourceSpans: services.map((service) => ({
      resource: { attributes: attributesOf({ 'service.name': service }) },
      scopeSpans: [
        {
          scope: { name: 'story' },
          spans: spans.filter((span) => span.service === service).map((span) => spanOf(trace, beginMs, span)),
        },
      ],
    })),
  });
};
