import type { Signal } from '../wal/record.ts';

/** How a request ended, for the counter `otlp_received_total`. */
export type OtlpOutcome =
  | 'accepted'
  | 'partial'
  /** It was there already: lines that were taken before, or a request whose answer did not arrive. */
  | 'repeated'
  | 'malformed'
  | 'too_large'
  | 'unsupported'
  | 'overloaded'
  | 'failed'
  | 'cut';

/** Told once of each request that names a signal, however it ended. */
export type OnReceived = (signal: Signal, outcome: OtlpOutcome, accepted: number) => void;

/** Why an export was not kept. */
export type Refusal =
  | 'malformed'
  | 'too-large'
  /** Too many bodies are being received at once. */
  | 'crowded'
  /** Too much waits for the engine. */
  | 'behind'
  /** The write-ahead log cannot be written. */
  | 'unwritable'
  /** A mistake of the store. */
  | 'failed';

const OUTCOME_OF: Readonly<Record<Refusal, OtlpOutcome>> = {
  malformed: 'malformed',
  'too-large': 'too_large',
  crowded: 'overloaded',
  behind: 'overloaded',
  unwritable: 'failed',
  failed: 'failed',
};

export const refusalOutcome = (why: Refusal): OtlpOutcome => OUTCOME_OF[why];

/** Clients send the same again after this long, when the refusal is one that passes. */
export const RETRY_AFTER_S = 1;
