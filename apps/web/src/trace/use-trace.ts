import type { TraceResponse } from '@clearspan/contracts';
import { useEffect, useState } from 'react';
import { type ApiError, getJson } from '../api/client.ts';

/** Waits between looks while the trace still grows: spans come in batches, background work comes later. */
const WAITS_MS: readonly number[] = [0, 1_000, 1_500, 2_500, 4_000, 6_000, 8_000];
/** Looks without anything new after which a whole trace counts as finished. */
const QUIET_LOOKS = 2;

export interface TraceState {
  readonly trace: TraceResponse | null;
  readonly error: ApiError | null;
  readonly looking: boolean;
}

/** Reads a trace, and reads it again while it is not whole or still grows; `again` starts over. */
export const useTrace = (id: string, again: number): TraceState => {
  const [state, setState] = useState<TraceState>({ trace: null, error: null, looking: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looking again is a change of `again`.
  useEffect(() => {
    const over = new AbortController();
    const look = async (): Promise<void> => {
      let known = -1;
      let quiet = 0;
      for (const wait of WAITS_MS) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        if (over.signal.aborted) return;
        const reply = await getJson<TraceResponse>(`/api/traces/${id}`, { signal: over.signal });
        if (over.signal.aborted) return;
        if (!reply.ok && reply.error.status !== 404) {
          setState((s) => ({ ...s, error: reply.error, looking: false }));
          return;
        }
        const count = reply.ok ? reply.value.spans.length : 0;
        quiet = count === known ? quiet + 1 : 0;
        known = count;
        const done = reply.ok && reply.value.complete && quiet >= QUIET_LOOKS;
        setState((s) => ({
          trace: reply.ok ? reply.value : s.trace,
          error: reply.ok ? null : reply.error,
          looking: !done,
        }));
        if (done) return;
      }
      setState((s) => ({ ...s, looking: false }));
    };
    void look();
    return () => over.abort();
  }, [id, again]);
  return state;
};
