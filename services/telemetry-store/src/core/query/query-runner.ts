import type { Catalog } from '@clearspan/contracts';
import type { Diagnostic, SchemaSource } from '@clearspan/dataprime';
import {
  missesFields,
  type Prepared,
  prepareQuery,
  type QueryInput,
  type QueryLimits,
  type Ran,
  type RowLimits,
  schemaOf,
  type TelemetryStore,
} from '@clearspan/telemetry-store';
import type { Ingest } from '../ingest.ts';
import { runTraced } from './run-traced.ts';

export interface QueryParts {
  readonly store: Pick<TelemetryStore, 'query'>;
  readonly ingest: Pick<Ingest, 'flushed'>;
  readonly catalog: { get(): Promise<Catalog>; held(): Catalog | null };
  readonly limits: RowLimits & Omit<QueryLimits, 'rows'> & { readonly flushMs: number };
}

export type QueryOutcome =
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'ran'; readonly result: Ran; readonly warnings: readonly Diagnostic[] };

export interface QueryRunner {
  /** Rejects with a `StoreError`. The work in the engine stops when `signal` fires. */
  run(input: QueryInput, signal: AbortSignal): Promise<QueryOutcome>;
}

/** Whether a data set had no records when the catalog was read. */
const isUnknown = ({ logs, spans }: Catalog): boolean => logs.records === 0 || spans.records === 0;

export const createQueryRunner = ({ store, ingest, catalog, limits }: QueryParts): QueryRunner => {
  const knownNow = async (): Promise<SchemaSource | null> =>
    catalog.get().then(schemaOf, () => {
      // A query runs without what is known of the data, if not as fast.
      return null;
    });

  /** A field that the catalog at hand does not have may have come since it was read: then it is read again. */
  const prepare = async (input: QueryInput): Promise<Prepared> => {
    const held = catalog.held();
    // Where nothing is known of a field its every type is tried, of each record: reading the catalog first costs less.
    const known = held === null || isUnknown(held) ? await knownNow() : schemaOf(held);
    const prepared = prepareQuery(input, known, limits);
    return missesFields(prepared) ? prepareQuery(input, await knownNow(), limits) : prepared;
  };

  return {
    run: async (input, signal) => {
      await ingest.flushed(limits.flushMs, 'promised');
      const prepared = await prepare(input);
      if (!prepared.ok) return { kind: 'invalid', diagnostics: prepared.diagnostics };
      return { kind: 'ran', result: await runTraced(store, prepared, limits, signal), warnings: prepared.warnings };
    },
  };
};
