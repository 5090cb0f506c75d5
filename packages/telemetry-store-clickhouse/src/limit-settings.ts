import type { QueryLimits } from '@clearspan/telemetry-store';
import type { Settings } from './engine/settings.ts';

/** The limits of a query as settings of its statement. */
export const limitSettings = ({ ms, memoryBytes, rows }: QueryLimits): Settings => ({
  max_execution_time: ms / 1000,
  max_memory_usage: memoryBytes,
  max_result_rows: rows,
  result_overflow_mode: 'throw',
  // Big groupings and sorts go on on disk at half of the memory instead of failing.
  max_bytes_before_external_group_by: Math.floor(memoryBytes / 2),
  max_bytes_before_external_sort: Math.floor(memoryBytes / 2),
});
