import { LOGS_TABLE } from './logs-table.ts';
import { SPANS_TABLE } from './spans-table.ts';
import type { Storage } from './storage.ts';

/** The layout of the telemetry store: `otel.logs` and `otel.spans`. */
export const otelStorage: Storage = {
  table: (dataset) => (dataset === 'logs' ? LOGS_TABLE : dataset === 'spans' ? SPANS_TABLE : null),
};
