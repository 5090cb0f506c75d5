import protobuf from 'protobufjs';

/** As much of OTLP as spans take. */
const { root } = protobuf.parse(`syntax = "proto3";
message Request { repeated ResourceSpans resource_spans = 1; }
message ResourceSpans { Resource resource = 1; repeated ScopeSpans scope_spans = 2; }
message Resource { repeated KeyValue attributes = 1; }
message ScopeSpans { Scope scope = 1; repeated Span spans = 2; }
message Scope { string name = 1; string version = 2; }
message Span { bytes trace_id = 1; bytes span_id = 2; string trace_state = 3; bytes parent_span_id = 4; string name = 5;
  int32 kind = 6; fixed64 start = 7; fixed64 end = 8; repeated KeyValue attributes = 9; Status status = 15; fixed32 flags = 16; }
message Status { string message = 2; int32 code = 3; }
message KeyValue { string key = 1; AnyValue value = 2; }
message AnyValue { oneof value { string string_value = 1; bool bool_value = 2; int64 int_value = 3; double double_value = 4; } }
`);
const Request = root.lookupType('Request');

interface KeyValue {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}
interface Decoded {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly KeyValue[] };
    readonly scopeSpans: readonly {
      readonly scope: { readonly name: string };
      readonly spans: readonly {
        readonly traceId: string;
        readonly spanId: string;
        readonly parentSpanId?: string;
        readonly name: string;
        readonly kind: number;
        readonly start: string;
        readonly end: string;
        readonly attributes: readonly KeyValue[];
        readonly status?: { readonly code?: number };
      }[];
    }[];
  }[];
}

const mapOf = (pairs: readonly KeyValue[]): Record<string, string> =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, String(Object.values(value)[0])]));
const hexOf = (base64: string | undefined): string => Buffer.from(base64 ?? '', 'base64').toString('hex');

/** Lines of `JSONEachRow` for `otel.spans`, by way of objects. */
export const naiveLines = (body: Uint8Array): string => {
  const decoded = Request.toObject(Request.decode(body), { longs: String, bytes: String }) as unknown as Decoded;
  const lines: string[] = [];
  for (const { resource, scopeSpans } of decoded.resourceSpans) {
    const of = mapOf(resource.attributes);
    for (const { scope, spans } of scopeSpans)
      for (const span of spans)
        lines.push(
          JSON.stringify({
            ts: `${span.start.slice(0, -9)}.${span.start.slice(-9)}`,
            duration: String(BigInt(span.end) - BigInt(span.start)),
            trace_id: hexOf(span.traceId),
            span_id: hexOf(span.spanId),
            parent_id: hexOf(span.parentSpanId),
            service: of['service.name'],
            name: span.name,
            kind: span.kind,
            status: span.status?.code ?? 0,
            resource: of,
            attrs: mapOf(span.attributes),
            scope: scope.name,
          }),
        );
  }
  return lines.join('\n');
};
