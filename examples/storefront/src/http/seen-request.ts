import type { Span } from '@opentelemetry/api';

/** What telemetry needs of a request; any request of Fastify is one. */
export interface SeenRequest {
  /** Null where the route is not traced. */
  readonly span: Span | null;
  readonly log: { info(fields: object, message: string): void };
}
