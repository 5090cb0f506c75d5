import type { AdmittedQuery } from './guard/admit-query.ts';
import type { Row } from './same-result.ts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export type ChatOutcome =
  | {
      readonly ok: true;
      readonly content: string;
      readonly finishReason: string;
      /** As the endpoint counted; null when it did not say. */
      readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | null;
      readonly costUsd: number | null;
    }
  /** Why there is no answer, fit to be shown. */
  | { readonly ok: false; readonly reason: string };

export type ProbeOutcome =
  | { readonly ok: true; readonly rows: readonly Row[]; readonly truncated: boolean }
  | { readonly ok: false; readonly message: string };

/** The steps of a translation, for whoever records them. */
export type ModelStep = 'link' | 'retrieve' | 'chat' | 'repair' | 'probe';

/**
 * What a translation needs of the world. None of these may throw. `chat` and `probe` MUST end by a limit of their own.
 * `probe` MUST run nothing but queries that were admitted, with a cap of rows and time, as the caller would run them.
 */
export interface ModelPorts {
  readonly model: string;
  chat(messages: readonly ChatMessage[]): Promise<ChatOutcome>;
  probe(query: AdmittedQuery, rowsMax: number): Promise<ProbeOutcome>;
  /** The query kept under a key, or null. What comes back is treated like a reply. */
  recall(key: string): string | null;
  keep(key: string, query: string): void;
  /** 16 to 64 letters and digits that nobody can guess; another one each time. */
  nonce(): string;
  /** Runs a step and records it. */
  step<T>(name: ModelStep, run: () => T): T;
}
