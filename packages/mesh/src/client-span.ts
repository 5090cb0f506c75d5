import { startSpan } from '@clearspan/instrumentation';
import { type Context, context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { CallError } from './call-error.ts';
import type { CallRequest } from './call-request.ts';

/** A client span by the HTTP conventions: named by the method alone, for a path is not of low cardinality. */
export const startClientSpan = (request: CallRequest<string>, url: URL): { span: Span; within: Context } => {
  const span = startSpan(request.method, {
    kind: SpanKind.CLIENT,
    attributes: {
      'http.request.method': request.method,
      'server.address': url.hostname,
      'server.port': Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
      'url.full': url.href,
      'service.peer.name': request.service,
    },
  });
  return { span, within: trace.setSpan(context.active(), span) };
};

/** Ends the span of a call. For a client any answer of 400 and above is an error, as the conventions have it. */
export const endClientSpan = (
  span: Span,
  status: number | undefined,
  error: CallError | null,
  resends: number,
): void => {
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
  if (resends) span.setAttribute('http.request.resend_count', resends);
  if (error) {
    span.setAttribute('error.type', status === undefined ? error.code : String(status));
    span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
  }
  span.end();
};
