import type { Catalog } from '@clearspan/contracts';

const nothing = { records: 0, oldest: null, newest: null, fields: [] };

/** What is known of the data when the store cannot be asked: roles then fall back to their usual fields. */
export const emptyCatalog = (asOf: string): Catalog => ({ as_of: asOf, logs: nothing, spans: nothing });
