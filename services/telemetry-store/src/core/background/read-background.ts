import { prepareQuery, type RowLimits } from '@clearspan/telemetry-store';
import { z } from 'zod';
import { compilationErrors } from '../direct/direct-lines.ts';
import { type DirectRequest, readDirectRequest } from '../direct/read-request.ts';

const ID_CHARS_MAX = 100;

/** The body of a question about a submitted query. */
export const idRequest = z.looseObject({ queryId: z.string('expected the id of a query').max(ID_CHARS_MAX) });

const submission = z.looseObject({
  query: z.unknown().optional(),
  syntax: z.unknown().optional(),
  startDate: z.unknown().optional(),
  endDate: z.unknown().optional(),
  nowDate: z.unknown().optional(),
});

/** Reads what is submitted: members of the direct-query API, some of them a level higher. A query that is not valid is refused at once. */
export const readSubmission = (body: unknown, nowNanos: bigint, limits: RowLimits): DirectRequest => {
  const parsed = submission.safeParse(body);
  if (!parsed.success) return { ok: false, message: 'body: expected a JSON object' };
  const { query, ...metadata } = parsed.data;
  const read = readDirectRequest({ query, metadata }, nowNanos);
  if (!read.ok) return { ok: false, message: read.message.replaceAll('metadata.', '') };
  const prepared = prepareQuery(read.input, null, limits);
  return prepared.ok ? read : { ok: false, message: compilationErrors(read.input.text, prepared.diagnostics) };
};
