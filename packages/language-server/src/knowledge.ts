import type { LintOptions, SchemaSource, SeenValues } from '@clearspan/dataprime';

/** What is known of the data that a document's query will be asked of. Null where nothing is known. */
export interface Knowledge {
  readonly schema: SchemaSource | null;
  readonly values: SeenValues | null;
  readonly cardinality: LintOptions['cardinality'] | null;
}

/** Without a source: unknown keys are fine, and none are offered. */
export const NOTHING_KNOWN: Knowledge = { schema: null, values: null, cardinality: null };
