import type { ModelChatRequest, ModelChatResponse, ProblemCode } from '@clearspan/contracts';

export type ChatMessage = ModelChatRequest['messages'][number];

/** What goes to an endpoint: who asks stays here. */
export type ChatRequest = Omit<ModelChatRequest, 'caller'>;

export interface ChatAnswer extends Omit<ModelChatResponse, 'cost_usd'> {
  /** Of the endpoint's answer, where it has one. */
  readonly id?: string | undefined;
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
  /** `gen_ai.provider.name` of the telemetry conventions. */
  readonly provider: string;
  /** `server.address` and `server.port` of the telemetry conventions. */
  readonly address: string;
  readonly port: number;
  chat(request: ChatRequest, signal: AbortSignal): Promise<ChatOutcome>;
  close(): Promise<void>;
}
