import { type DecodeError, exportResponse } from '@clearspan/telemetry-store';
import { inflateBody } from '../core/inflate.ts';
import type { Ingest, IngestError } from '../core/ingest.ts';
import type { Log } from '../core/log.ts';
import type { Compression, Encoding, Signal } from '../wal/record.ts';
import type { Refusal } from './outcome.ts';

export interface TakeParts {
  readonly ingest: Ingest;
  /** Bytes of a body when inflated. */
  readonly plainBytesMax: number;
  readonly nowNanos: () => bigint;
  readonly log: Log;
}

/** What a body is, by what was said before it came. */
export interface Export {
  readonly signal: Signal;
  readonly encoding: Encoding;
  readonly compression: Compression;
}

/** What is known of who waits for the answer. */
export interface Client {
  /** Fires when nobody does any more. It is looked at once, just before writing: what is being written is not taken back. */
  readonly wanted?: AbortSignal;
  /** Whether the answer gets to the client's connection. */
  readonly delivered: Promise<boolean>;
}

/** What became of an export, in the terms of no protocol. */
export type Taken =
  | {
      readonly kind: 'kept';
      /** `repeated`: it was there already. */
      readonly outcome: 'accepted' | 'partial' | 'repeated';
      readonly accepted: number;
      /** `Export…ServiceResponse` in the encoding of the request; of lines, an `ImportAnswer`. */
      readonly response: Uint8Array;
    }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly message: string }
  /** The client no longer waits for it: nothing of it is kept, since it will be sent again. */
  | { readonly kind: 'cut' };

const refused = (why: Refusal, message: string): Taken => ({ kind: 'refused', why, message });

const placed = ({ message, offset }: DecodeError, encoding: Encoding): string =>
  offset === null ? message : `${message} (at ${encoding === 'json' ? 'character' : 'byte'} ${offset})`;

const failure = (error: unknown, log: Log): Taken => {
  const { code, message } = error as IngestError;
  if (code === 'OVERLOADED') return refused('behind', message);
  if (code === 'LOG_FAILED') return refused('unwritable', message);
  log.error({ err: error }, 'an export request failed');
  return refused('failed', 'the store failed');
};

/** Takes the whole body of an export: `kept` means that it is on disk. */
export const takeExport = async (
  { signal, encoding, compression }: Export,
  body: Buffer,
  parts: TakeParts,
  { wanted, delivered }: Client,
): Promise<Taken> => {
  const receivedNanos = parts.nowNanos();
  const inflated = await inflateBody(body, compression, parts.plainBytesMax);
  if (!inflated.ok) return refused(inflated.reason === 'too-large' ? 'too-large' : 'malformed', inflated.message);
  if (wanted?.aborted) return { kind: 'cut' };
  try {
    const { plain } = inflated;
    const request = { signal, encoding, compression, receivedNanos, body, plain, delivered };
    const outcome = await parts.ingest.accept(request);
    if (!outcome.ok) return refused('malformed', placed(outcome.error, encoding));
    const { accepted, rejected, repeated = false, lines } = outcome;
    const response =
      encoding === 'lines'
        ? Buffer.from(JSON.stringify({ ...lines, known: repeated }))
        : exportResponse(signal, encoding, outcome);
    if (repeated) return { kind: 'kept', outcome: 'repeated', accepted: 0, response };
    return { kind: 'kept', outcome: rejected > 0 ? 'partial' : 'accepted', accepted, response };
  } catch (error) {
    return failure(error, parts.log);
  }
};
