import type { StoreStats } from '@clearspan/contracts';
import type { ForwarderState } from '../../forward/forwarder.ts';

/** How a target does, as it goes over the wire. */
export const forwardStats = (state: ForwarderState, nowMs: number): StoreStats['forward'][number] => ({
  target: state.target,
  endpoint: state.endpoint,
  queued_bytes: state.queuedBytes,
  oldest_age_s: state.oldestMs === null ? null : Math.max(0, Math.round((nowMs - state.oldestMs) / 1000)),
  sent: state.sent + state.partial,
  rejected_records: state.rejectedRecords,
  refused: state.refused,
  dropped: state.dropped,
  skipped: state.skipped,
  last_error: state.lastError && {
    message: state.lastError.message,
    at: new Date(state.lastError.atMs).toISOString(),
  },
});
