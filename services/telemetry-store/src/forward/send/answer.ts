import { type PartialSuccess, readPartialSuccess } from '@clearspan/telemetry-store';
import { retryAfterMs } from './wait.ts';

/** What became of a request that was sent to a target. A reason never repeats what was sent or answered. */
export type Answer =
  /** Not to be sent again; `rejected` of its records were not kept. */
  | { readonly kind: 'taken'; readonly rejected: number }
  /** The same would be refused again. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'again'; readonly reason: string; readonly askedMs: number };

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Null where it was too long, or broke off: the status counts. */
  readonly body: Uint8Array | null;
}

/** Those of OTLP over HTTP; every other status above 299 is final. */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);

const headerOf = ({ headers }: HttpAnswer, name: string): string => {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

const partialOf = (answer: HttpAnswer): PartialSuccess => {
  const encoding = headerOf(answer, 'content-type').includes('json') ? 'json' : 'protobuf';
  return readPartialSuccess(encoding, answer.body ?? new Uint8Array());
};

export const answerOf = (answer: HttpAnswer, nowMs: number): Answer => {
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'taken', rejected: partialOf(answer).rejected };
  const reason = `the answer was ${status}`;
  if (!PASSING.has(status)) return { kind: 'refused', reason };
  return { kind: 'again', reason, askedMs: retryAfterMs(headerOf(answer, 'retry-after'), nowMs) };
};
