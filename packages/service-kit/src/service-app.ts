import type { Context, Span } from '@opentelemetry/api';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

declare module 'fastify' {
  interface FastifyRequest {
    /** The server span; null on untraced routes. */
    span: Span | null;
    /** The context in which everything of this request runs. */
    telemetry: Context;
    correlationId: string | null;
    /** Milliseconds this request may take: its caller's time or its route's, whichever is shorter. */
    allowedMs: number;
  }
  interface FastifyContextConfig {
    /** Name of the server span; `METHOD route` without it. */
    readonly span?: string;
    /** No server span and no request log: health, metrics, ingest. */
    readonly untraced?: boolean;
    /** Exempt from the gateway's rate limit: health, metrics and docs. */
    readonly unlimited?: boolean;
    /** How long a request of this route may take; the service's own limit without it. */
    readonly requestMs?: number;
  }
}

/** A Fastify instance whose schemas are zod's. */
export type ServiceApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;
