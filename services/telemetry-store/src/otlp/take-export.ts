import { type DecodeError, exportResponse } from '@clearspan/telemetry-store';
import type { Inflated } from '../core/inflate.ts';
import type { Ingest, IngestError, IngestRequest } from '../core/ingest.ts';
import type { Log } from '../core/log.ts';
import type { Compression, Encoding, Signal } from '../wal/record.ts';
import { inflateInRoom } from './inflate-in-room.ts';
import type { Refusal } from './outcome.ts';
import type { Room } from './room.ts';

export interface TakeParts {
  readonly ingest: Ingest;
  /** Bytes of a body when inflated. */
  readonly plainBytesMax: number;
  /** For bodies that are inflated, together. */
  readonly room: Room;
  readonly nowNanos: () => bigint;
  readonly log: Log;
}

/** What a body is, by what was said before it came. */
export interface Export {
  readonly signal: Signal;
  readonly encoding: Encoding;
  readonly compression: Compression;
  readonly eventual: boolean;
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

const refuseInflated = ({ reason, message }: Inflated & { ok: false }): Taken =>
  refused(reason === 'too-large' ? 'too-large' : 'malformed', message);

const accept = async ({ ingest, log }: TakeParts, request: IngestRequest): Promise<Taken> => {
  const { signal, encoding } = request;
  try {
    const outcome = await ingest.accept(request);
    if (!outcome.ok) return refused('malformed', placed(outcome.error, encoding));
    const { accepted, rejected, repeated = false, lines } = outcome;
    const response =
      encoding === 'lines'
        ? Buffer.from(JSON.stringify({ ...lines, known: repeated }))
        : exportResponse(signal, encoding, outcome);
    if (repeated) return { kind: 'kept', outcome: 'repeated', accepted: 0, response };
    return { kind: 'kept', outcome: rejected > 0 ? 'partial' : 'accepted', accepted, response };
  } catch (error) {
    return failure(error, log);
  }
};

/** Takes the whole body of an export: `kept` means that it is on disk. */
export const takeExport = async (
  { signal, encoding, compression, eventual }: Export,
  body: Buffer,
  parts: TakeParts,
  { wanted, delivered }: Client,
): Promise<Taken> => {
  const receivedNanos = parts.nowNanos();
  return inflateInRoom(parts.room, body, compression, parts.plainBytesMax, async (inflated) => {
    if (!inflated.ok) return refuseInflated(inflated);
    if (wanted?.aborted) return { kind: 'cut' };
    const { plain } = inflated;
    return accept(parts, { signal, encoding, compression, eventual, receivedNanos, body, plain, delivered });
  });
};
