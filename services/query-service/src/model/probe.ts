import { type AdmittedQuery, isAdmitted, type ProbeOutcome } from '@clearspan/assistant';
import { type InterpretRequest, queryResult } from '@clearspan/contracts';
import type { MeshClient } from '@clearspan/mesh';

const failed = (message: string): ProbeOutcome => ({ ok: false, message });

/** Runs an admitted query on a few rows, over the window of the caller. Anything else is not let through to the store. */
export const probeWith = async (
  mesh: MeshClient,
  query: AdmittedQuery,
  rowsMax: number,
  { time_range, now }: InterpretRequest,
  allowedMs: number,
): Promise<ProbeOutcome> => {
  if (!isAdmitted(query)) return failed('only a query that was checked is run');
  if (allowedMs === 0) return failed('the time for this question is over');
  const answer = await mesh.call({
    service: 'telemetry-store',
    method: 'POST',
    path: '/api/query',
    body: { query: query.text, limit: rowsMax, ...(time_range ? { time_range } : {}), ...(now ? { now } : {}) },
    deadlineMs: allowedMs,
  });
  if (!answer.ok) return failed(answer.error.problem?.detail ?? answer.error.message);
  const parsed = queryResult.safeParse(answer.data);
  if (!parsed.success) return failed('the store gave an answer of another shape');
  return { ok: true, rows: parsed.data.rows, truncated: parsed.data.truncated };
};
