import type { Catalog } from '@clearspan/contracts';
import type { SchemaSource } from '@clearspan/dataprime';
import { schemaOf } from '@clearspan/telemetry-store';
import type { SourceTable } from './load-table.ts';

/** What the checker may know of a source: the fields of its records, and its tables beside them. */
export const sourceSchema = (
  catalog: Catalog,
  tables: readonly SourceTable[],
): SchemaSource & { readonly tables: readonly SourceTable[] } => ({ ...schemaOf(catalog), tables });
