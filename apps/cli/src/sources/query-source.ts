import type {
  Bundle,
  Catalog,
  GenerateQueryResponse,
  ModelUse,
  QueryResult,
  ServiceMap,
  TimeRange,
  TraceResponse,
  Turn,
  WireDiagnostic,
} from '@clearspan/contracts';
import type { ParameterValue } from '@clearspan/dataprime';
import type { Call } from './call.ts';
import type { SourceTable } from './load-table.ts';

/** Why a source gave no answer. `input`: the query or the data is wrong. `unreachable`: nobody answered. */
export interface SourceFailure {
  readonly kind: 'input' | 'unreachable';
  readonly code: string;
  readonly message: string;
  readonly diagnostics: readonly WireDiagnostic[];
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: SourceFailure };

export interface QueryAsk {
  readonly query: string;
  readonly now?: string;
  readonly window?: TimeRange;
  readonly limit?: number;
  /** What `$p.name` stands for. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
}

export interface QuestionAsk {
  readonly question: string;
  readonly context: readonly Turn[];
  readonly run: boolean;
  readonly now?: string;
  readonly window?: TimeRange;
}

/** The answer to a question, whoever gave it: the fields both the gateway and the assistant know. */
export type Answer =
  | {
      readonly kind: 'answer';
      readonly query: string;
      readonly interpretation: string;
      readonly confidence: number;
      readonly assumptions: readonly string[];
      readonly ignored: readonly string[];
      readonly alternatives: readonly { readonly query: string; readonly interpretation: string }[];
      readonly result: QueryResult | null;
      readonly failure: SourceFailure | null;
      readonly traceId: string | null;
      /** What a model had to do with it; absent where none was asked. */
      readonly model?: ModelUse;
    }
  | {
      readonly kind: Exclude<GenerateQueryResponse['kind'], 'answer'>;
      readonly message: string;
      readonly options: readonly string[];
      readonly model?: ModelUse;
      /** Where no one query answers; with findings when it was to be run. */
      readonly bundle?: Bundle | null;
    };

/**
 * Where queries and questions go: the running system, or files in place.
 *
 * MUST: answer calls one after the other or at once alike; tell what is wrong as an outcome, never by throwing;
 * release everything on `close`, also when calls failed.
 */
export interface QuerySource {
  /** Tables beside the records, which queries may name. */
  readonly tables: readonly SourceTable[];
  query(ask: QueryAsk, call?: Call): Promise<Outcome<QueryResult>>;
  ask(ask: QuestionAsk, call?: Call): Promise<Outcome<Answer>>;
  catalog(call?: Call): Promise<Outcome<Catalog>>;
  /** A trace that is not held is a failure with the code `NOT_FOUND`. */
  trace(id: string, call?: Call): Promise<Outcome<TraceResponse>>;
  /** Who calls whom; without a window, the last hour of a system, or all of the files. */
  serviceMap(window: TimeRange | undefined, call?: Call): Promise<Outcome<ServiceMap>>;
  close(): Promise<void>;
}
