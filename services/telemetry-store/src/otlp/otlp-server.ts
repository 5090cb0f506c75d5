import type { OnReceived } from './outcome.ts';
import type { Receiving } from './receiving.ts';
import type { TakeParts } from './take-export.ts';

/** What the servers of both protocols have in common. */
export interface OtlpServerOptions extends TakeParts {
  readonly host: string;
  readonly port: number;
  /** Bytes of a body as sent. */
  readonly bodyBytesMax: number;
  /** Room for the bodies that are being received. */
  readonly receiving: Receiving;
  /** Receiving one request. */
  readonly requestMs: number;
  readonly onReceived: OnReceived;
}

export interface OtlpServer {
  readonly url: string;
  /** Takes no more connections and waits for the requests under way. */
  close(): Promise<void>;
}
