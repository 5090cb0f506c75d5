import type { StoreStats } from '@clearspan/contracts';
import { bytesText, durationText } from './units.ts';

/** How a target does that the store sends telemetry on to. */
export const forwardLine = (to: StoreStats['forward'][number]): string => {
  const oldest = to.oldest_age_s === null ? '' : `, the oldest for ${durationText(to.oldest_age_s)}`;
  const error = to.last_error === null ? '' : `; last error at ${to.last_error.at}: ${to.last_error.message}`;
  return (
    `sent on to ${to.target}: ${to.sent} requests, ${to.refused} refused, ${to.dropped} dropped; ` +
    `${bytesText(to.queued_bytes)} waiting${oldest}${error}\n`
  );
};
