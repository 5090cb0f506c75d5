import type { Readable } from 'node:stream';
import type { ServiceName } from '@clearspan/contracts';
import type { CallError } from './call-error.ts';

/** `Name`: the services that may be called; those of the system by default, another system names its own. */
export interface CallRequest<Name extends string = ServiceName> {
  readonly service: Name;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /**
   * Absolute path, without query. Parts that come from outside are encoded by the caller; `.` and `..` cannot be and are
   * refused.
   */
  readonly path: string;
  /** Several values are sent one by one under the same name. */
  readonly query?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** Sent as JSON; bytes are sent as they are, with the `content-type` of `headers`. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Never longer than what is left for the request being served. */
  readonly deadlineMs?: number | undefined;
  /** The caller's own end of the call; the breaker learns nothing from it. */
  readonly signal?: AbortSignal | undefined;
  /** May be sent again when the connection breaks before an answer. True by default for GET and HEAD. */
  readonly idempotent?: boolean | undefined;
  /** No client span and no trace context on the call: for health checks. */
  readonly untraced?: boolean | undefined;
}

export type CallOutcome =
  | {
      readonly ok: true;
      readonly status: number;
      /** Parsed JSON, text where the answer is not JSON, null where it has no body. */
      readonly data: unknown;
      readonly responseTimeMs: number;
    }
  | { readonly ok: false; readonly error: CallError };

export type StreamOutcome =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** Read it or destroy it: until then the connection is taken. */
      readonly body: Readable;
    }
  | { readonly ok: false; readonly error: CallError };
