import { z } from 'zod';
import { QUERY_CHARS_MAX } from './telemetry.ts';

/** Query string of `GET /api/tail`: what arrives from now on. */
export const tailQuery = z.object({
  source: z.enum(['logs', 'spans']).default('logs'),
  /** A condition in DataPrime over the record. */
  filter: z.string().min(1).max(QUERY_CHARS_MAX).optional(),
});
export type TailQuery = z.infer<typeof tailQuery>;

/**
 * The events of the answer, as server-sent events with JSON data: `open` comes first; `row` is a row as of
 * `POST /api/query`; `gap` tells of records that were passed over, matching or not, since more came than is sent.
 */
export const TAIL_EVENTS = { open: 'open', row: 'row', gap: 'gap' } as const;
