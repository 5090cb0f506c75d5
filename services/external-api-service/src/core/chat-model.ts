import type { ProblemCode } from '@clearspan/contracts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly temperature?: number | undefined;
  /** Tokens of the answer at most. */
  readonly max_tokens?: number | undefined;
}

export interface ChatAnswer {
  readonly content: string;
  readonly model: string;
  readonly finish_reason: string;
  /** As the endpoint counted; null when it did not say. */
  readonly usage: { readonly input_tokens: number; readonly output_tokens: number } | null;
}

export type ChatOutcome =
  | { readonly ok: true; readonly answer: ChatAnswer }
  | { readonly ok: false; readonly code: ProblemCode; readonly message: string };

/**
 * A model endpoint. `chat` MUST end by its own limit or when `signal` fires, MUST follow no redirect, and MUST NOT put
 * the key or the messages into an error.
 */
export interface ChatModel {
  readonly name: string;
  /** `server.address` of the telemetry conventions. */
  readonly address: string;
  chat(request: ChatRequest, signal: AbortSignal): Promise<ChatOutcome>;
}
