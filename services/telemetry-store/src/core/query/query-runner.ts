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

export const createQueryRunner = ({ store, ingest, catalog, limits }: QueryParts): QueryRunner => {
  const knownNow = async (): Promise<SchemaSource | null> =>
    catalog.get().then(schemaOf, () => {
      // What is known of the data only makes diagnostics better; a query runs without it.
      return null;
    });

  /** A field that the catalog at hand does not have may have come since it was read: then it is read again. */
  const prepare = async (input: QueryInput): Promise<Prepared> => {
    const held = catalog.held();
    const prepared = prepareQuery(input, held && schemaOf(held), limits);
    const suspicious = missesFields(prepared) || (held === null && input.strictFields === true);
    return suspicious ? prepareQuery(input, await knownNow(), limits) : prepared;
  };

  return {
    run: async (input, signal) => {
      await ingest.flushed(limits.flushMs);
      const prepared = await prepare(input);
      if (!prepared.ok) return { kind: 'invalid', diagnostics: prepared.diagnostics };
      return { kind: 'ran', result: await runTraced(store, prepared, limits, signal), warnings: prepared.warnings };
    },
  };
};
