import { tableOf } from '../schema/datasets.ts';
import { enrichmentTable } from './enrichment-table.ts';
import { LOGS_TABLE } from './logs-table.ts';
import { SPANS_TABLE } from './spans-table.ts';
import type { Storage } from './storage.ts';

/** The layout of the telemetry store: `otel.logs`, `otel.spans`, and `otel.enrichments` for all tables. */
export const otelStorage: Storage = {
  table: (dataset) => {
    if (dataset === 'logs') return LOGS_TABLE;
    if (dataset === 'spans') return SPANS_TABLE;
    const table = tableOf(dataset);
    return table === null ? null : enrichmentTable(table);
  },
};
