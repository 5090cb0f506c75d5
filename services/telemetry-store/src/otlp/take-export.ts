import { type DecodeError, exportResponse } from '@clearspan/telemetry-store';
import { inflateBody } from '../core/inflate.ts';
import type { Ingest, IngestError } from '../core/ingest.ts';
import type { Log } from '../core/log.ts';
import { type Answer, RPC, refusal } from './answer.ts';
import type { ExportRequest } from './otlp-request.ts';

export interface TakeParts {
  readonly ingest: Ingest;
  /** Bytes of a body when inflated. */
  readonly plainBytesMax: number;
  readonly nowNanos: () => bigint;
  readonly log: Log;
}

const placed = ({ message, offset }: DecodeError, encoding: ExportRequest['encoding']): string =>
  offset === null ? message : `${message} (at ${encoding === 'json' ? 'character' : 'byte'} ${offset})`;

const failureAnswer = (encoding: ExportRequest['encoding'], error: unknown, log: Log): Answer => {
  const { code, message } = error as IngestError;
  if (code === 'OVERLOADED') return refusal(encoding, 503, RPC.unavailable, 'overloaded', message);
  if (code === 'LOG_FAILED') return refusal(encoding, 503, RPC.unavailable, 'failed', message);
  log.error({ err: error }, 'an export request failed');
  return refusal(encoding, 500, RPC.internal, 'failed', 'the store failed');
};

/** Takes the whole body of an export: the answer says that it is kept, or what is wrong with it. */
export const takeExport = async (request: ExportRequest, body: Buffer, parts: TakeParts): Promise<Answer> => {
  const { signal, encoding, compression } = request;
  const receivedNanos = parts.nowNanos();
  const inflated = await inflateBody(body, compression, parts.plainBytesMax);
  if (!inflated.ok) {
    return inflated.reason === 'too-large'
      ? refusal(encoding, 413, RPC.invalid, 'too_large', inflated.message)
      : refusal(encoding, 400, RPC.invalid, 'malformed', inflated.message);
  }
  try {
    const { plain } = inflated;
    const outcome = await parts.ingest.accept({ signal, encoding, compression, receivedNanos, body, plain });
    if (!outcome.ok) return refusal(encoding, 400, RPC.invalid, 'malformed', placed(outcome.error, encoding));
    const { accepted, rejected } = outcome;
    const kept = rejected > 0 ? 'partial' : 'accepted';
    return { status: 200, outcome: kept, accepted, body: exportResponse(signal, encoding, outcome) };
  } catch (error) {
    return failureAnswer(encoding, error, parts.log);
  }
};
