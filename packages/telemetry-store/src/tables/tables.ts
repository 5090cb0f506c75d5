import { EDGE_MINUTES, EDGES_1M } from './edges.ts';
import { ENRICHMENTS } from './enrichments.ts';
import { IMPORT_CHUNKS } from './import-chunks.ts';
import { LOGS } from './logs.ts';
import { EXEMPLARS, METRIC_HISTS, METRIC_POINTS, METRIC_SERIES } from './metrics.ts';
import { RED_1M } from './red.ts';
import { SPANS } from './spans.ts';
import type { Table, TableName } from './table.ts';
import { TRACES } from './traces.ts';

/** Every table of the store, in the order they are created. */
export const TABLES: Readonly<Record<TableName, Table>> = {
  logs: LOGS,
  spans: SPANS,
  traces: TRACES,
  red_1m: RED_1M,
  edges_1m: EDGES_1M,
  edge_minutes: EDGE_MINUTES,
  metric_series: METRIC_SERIES,
  metric_points: METRIC_POINTS,
  metric_hists: METRIC_HISTS,
  exemplars: EXEMPLARS,
  enrichments: ENRICHMENTS,
  import_chunks: IMPORT_CHUNKS,
};
