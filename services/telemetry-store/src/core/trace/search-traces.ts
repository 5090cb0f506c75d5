import type { TraceSearch, TraceSearchQuery, TraceSummary } from '@clearspan/contracts';
import type { QueryLimits, TelemetryStore } from '@clearspan/telemetry-store';
import { type CallerError, callerError, callerErrors } from '../query/caller-errors.ts';
import type { QueryRunner } from '../query/query-runner.ts';
import { shownWindow, timeRangeOf, type Window } from '../window.ts';
import { searchText } from './search-text.ts';
import { summariesSql } from './summaries-sql.ts';

export interface SearchParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  readonly runner: QueryRunner;
  readonly limits: Omit<QueryLimits, 'rows'>;
}

export type SearchOutcome =
  | { readonly kind: 'found'; readonly answer: TraceSearch }
  | { readonly kind: 'invalid'; readonly errors: readonly CallerError[] };

interface Match {
  readonly id: string;
  readonly spans: number;
  readonly longestUs: number;
}

const NANOS_PER_MICRO = 1000;

const textOrNull = (value: unknown): string | null => (value === '' ? null : String(value));

const summaryOf = ({ id, spans, longestUs }: Match, row: readonly unknown[]): TraceSummary => {
  const [, rootService, rootName, start, durationNanos, held, errors, services] = row;
  return {
    trace_id: id,
    root_service: textOrNull(rootService),
    root_operation: textOrNull(rootName),
    start: String(start),
    duration_us: Number(durationNanos) / NANOS_PER_MICRO,
    spans: Number(held),
    errors: Number(errors),
    services: services as string[],
    matched_spans: spans,
    longest_match_us: longestUs,
  };
};

/** Traces that have a span such as asked for. Rejects with a `StoreError`. */
export const searchTraces = async (
  { store, runner, limits }: SearchParts,
  asked: TraceSearchQuery,
  window: Window,
  signal: AbortSignal,
): Promise<SearchOutcome> => {
  const search = searchText(asked);
  if (!search.ok) return { kind: 'invalid', errors: [callerError(search.message)] };
  const timeRange = timeRangeOf(window);
  const outcome = await runner.run({ text: search.text, nowNanos: timeRange.toNanos, timeRange, limit: null }, signal);
  if (outcome.kind === 'invalid')
    return { kind: 'invalid', errors: callerErrors(outcome.diagnostics, search.conditionAt) };
  const matches = outcome.result.rows.map(
    ({ d }): Match => ({ id: d.trace_id as string, spans: Number(d.matched), longestUs: Number(d.longest) }),
  );
  const shown = matches.slice(0, asked.limit);
  const ids = shown.map(({ id }) => id);
  const { rows } =
    ids.length === 0
      ? { rows: [] }
      : await store.query({ sql: summariesSql(ids, window), limits: { ...limits, rows: ids.length }, signal });
  const summaries = new Map(rows.map((row) => [String(row[0]), row]));
  const traces = shown.flatMap((match) => {
    const row = summaries.get(match.id);
    return row === undefined ? [] : [summaryOf(match, row)];
  });
  return {
    kind: 'found',
    answer: { ...shownWindow(window), traces, truncated: matches.length > shown.length },
  };
};
