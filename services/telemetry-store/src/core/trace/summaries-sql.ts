import { DATABASE } from '@clearspan/telemetry-store';
import type { Window } from '../window.ts';
import { idLiteral } from './trace-sql.ts';

const DAY_MS = 86_400_000;
const day = (ms: number): string => `toDate(toDateTime(${Math.trunc(ms / 1000)}, 'UTC'))`;
const iso = (expr: string): string => `concat(replaceOne(toString(${expr}), ' ', 'T'), 'Z')`;

/** What `otel.traces` has of these traces: one that began the day before or ends the day after is whole. */
export const summariesSql = (ids: readonly string[], { fromMs, toMs }: Window): string =>
  `SELECT lower(hex(trace_id)), max(root_service), max(root_name), ${iso('min(start)')},
  toUnixTimestamp64Nano(max(end)) - toUnixTimestamp64Nano(min(start)), sum(spans), sum(errors),
  arraySort(groupUniqArrayArray(services))
FROM ${DATABASE}.traces WHERE day >= ${day(Math.max(0, fromMs - DAY_MS))} AND day <= ${day(toMs + DAY_MS)}
  AND trace_id IN (${ids.map(idLiteral).join(', ')}) GROUP BY trace_id`;
