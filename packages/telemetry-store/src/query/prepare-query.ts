import {
  type Compiled,
  check,
  compile,
  type Diagnostic,
  otelStorage,
  type ParameterValue,
  type Plan,
  parse,
  plan,
  type SchemaSource,
  type Storage,
  type TimeRange,
} from '@clearspan/dataprime';

export interface QueryInput {
  readonly text: string;
  readonly nowNanos: bigint;
  readonly timeRange: TimeRange;
  /** Rows the caller wants at most; null leaves it to the query and the defaults. */
  readonly limit: number | null;
  /** The same where the rows are whole records, which are large, and neither the query nor `limit` says how many. */
  readonly records?: number | null;
  readonly strictFields?: boolean;
  readonly defaultDataset?: 'logs' | 'spans';
  /** What `$p.name` stands for. */
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
}

/** Rows of an answer at most, and of one whose query has no `limit`. */
export interface RowLimits {
  readonly rowsMax: number;
  readonly rowsDefault: number;
}

export type Prepared =
  | {
      readonly ok: true;
      readonly compiled: Compiled;
      readonly dataset: string;
      /** More rows than this are cut off, and the answer says so: one more is asked of the engine. */
      readonly rowsWanted: number;
      /**
       * The same over the newest part of the window, so many nanoseconds long; null where older rows may come before newer
       * ones. As many rows as the statement may give are all that is asked for.
       */
      readonly newest: ((nanos: bigint) => Compiled) | null;
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Text to SQL: parse, check, plan, compile. `schema` is what is known of the data; null knows nothing. `storageOf` says
 * where a plan is run, the telemetry store by default.
 */
export const prepareQuery = (
  input: QueryInput,
  schema: SchemaSource | null,
  limits: RowLimits,
  storageOf: (plan: Plan) => Storage = () => otelStorage,
): Prepared => {
  const { text, nowNanos, timeRange, limit, records = null, strictFields = false } = input;
  const { defaultDataset = 'logs', parameters = {} } = input;
  const { query, diagnostics } = check(parse(text), { schema, strictFields, defaultDataset, parameters });
  if (!query) return { ok: false, diagnostics };
  const planned = plan(query);
  const rowsMax = Math.min(limit ?? limits.rowsMax, limits.rowsMax);
  const isRecords = query.stages.at(-1)?.shape.stored ?? true;
  const rowsDefault = Math.min(limit ?? (isRecords ? records : null) ?? limits.rowsDefault, rowsMax);
  const context = { nowNanos, timeRange, rowsMax: rowsMax + 1, rowsDefault: rowsDefault + 1 };
  const storage = storageOf(planned);
  const result = compile(planned, storage, context);
  if (!result.ok) {
    return { ok: false, diagnostics: [...diagnostics, { ...result.error, severity: 'error' }] };
  }
  const { compiled } = result;
  const rowsWanted = compiled.limits.byQuery ? rowsMax : Math.min(compiled.limits.rowsMax - 1, rowsMax);
  const newest = (newestNanos: bigint): Compiled => {
    const part = compile(planned, storage, { ...context, newestNanos });
    return part.ok ? part.compiled : compiled;
  };
  return {
    ok: true,
    compiled,
    dataset: query.source.dataset,
    rowsWanted,
    newest: compiled.newestFirst ? newest : null,
    warnings: diagnostics,
  };
};

/** Whether a check told of fields that it did not know. */
export const missesFields = (prepared: Prepared): boolean =>
  (prepared.ok ? prepared.warnings : prepared.diagnostics).some(({ code }) => code === 'DP3001');
