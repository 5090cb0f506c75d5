import type {
  Bundle,
  EnqueueRequest,
  EnqueueResponse,
  HistoryEntry,
  HistoryTurns,
  InterpretRequest,
  InterpretResponse,
  ProblemCode,
  ProblemItem,
  QueryResult,
  ReadBundleRequest,
  StoredHistory,
  StoreQueryRequest,
  Validation,
} from '@clearspan/contracts';

/** What a service answered, or why it did not. `message` is fit to be shown. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: ProblemCode;
      readonly message: string;
      readonly errors?: readonly ProblemItem[];
    };

/**
 * The services one question needs. Each call MUST end by the deadline of the request it serves, MUST NOT throw for an
 * answer that did not come, and MUST pass the trace on.
 */
export interface PipelineServices {
  interpret(request: InterpretRequest): Promise<Outcome<InterpretResponse>>;
  validate(query: string): Promise<Outcome<Validation>>;
  execute(request: StoreQueryRequest): Promise<Outcome<QueryResult>>;
  readBundle(request: ReadBundleRequest): Promise<Outcome<Bundle>>;
  enqueue(request: EnqueueRequest): Promise<Outcome<EnqueueResponse>>;
  /** What was said before in a conversation of a user, oldest first. */
  turns(conversationId: string, user: string): Promise<Outcome<HistoryTurns>>;
  recordHistory(entry: HistoryEntry): Promise<Outcome<StoredHistory>>;
}
