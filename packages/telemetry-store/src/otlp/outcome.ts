import type { ImportAnswer } from '@clearspan/contracts';
import type { MalformedCode } from './cursor.ts';

/** What happened to the records of one request. */
export type DecodeOutcome =
  | {
      readonly ok: true;
      /** Records (spans, log records, metric points) that became rows. */
      readonly accepted: number;
      /** Records that cannot be stored; the others were kept. */
      readonly rejected: number;
      /** Why records were rejected, the first reason with an example; empty when none was. */
      readonly message: string;
      /** Of lines of a file: what their sender is told. */
      readonly lines?: ImportAnswer;
    }
  | { readonly ok: false; readonly error: DecodeError };

/** The body is not the message it claims to be; nothing of it was kept. */
export interface DecodeError {
  readonly code: MalformedCode;
  readonly message: string;
  /** Byte of the body, or UTF-16 unit of the text; null where it is not known. */
  readonly offset: number | null;
}

export interface DecodeContext {
  /** Time of receipt in nanoseconds since 1970: for logs without a time of their own. */
  readonly receivedNanos: bigint;
  /** Names the request in the `logid` of its records: the same for a replay, different for another request. */
  readonly requestId: string;
  /**
   * Records of other times are rejected: retention would drop older ones unseen, and each day makes a partition. Derive it
   * from `receivedNanos`, so that a replay decides alike. Half-open; absent means every time the store can hold.
   */
  readonly timeWindow?: { readonly fromNanos: bigint; readonly toNanos: bigint } | undefined;
  /**
   * Series whose row is in the batch already, to be given to all requests of one batch: a series is then written once for
   * each batch and day. Without it, once for each request.
   */
  readonly seriesSeen?: Set<string>;
  /** One row, its copy of the resource included. */
  readonly recordBytesMax?: number;
  /** All rows of the request, rejected ones too: a small body can name a large resource many times. */
  readonly rowsBytesMax?: number;
}

export const RECORD_BYTES_MAX = 1_048_576;
export const ROWS_BYTES_MAX = 268_435_456;
/** A record, resource or scope as sent that is larger is not looked at: a row of it is far beyond its limit. */
export const PART_BYTES_MAX = 4_194_304;

/** Counts what is kept and what is not. */
export interface Tally {
  accepted: number;
  rejected: number;
  message: string;
  /** Bytes of rows written so far, those taken back among them: this is the work a request makes. */
  writtenBytes: number;
}

export const createTally = (): Tally => ({ accepted: 0, rejected: 0, message: '', writtenBytes: 0 });

export const reject = (tally: Tally, reason: string): void => {
  tally.rejected++;
  if (tally.message === '') tally.message = reason;
};
