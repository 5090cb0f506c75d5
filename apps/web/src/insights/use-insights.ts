import type { InsightsResponse } from '@clearspan/contracts';
import { useEffect, useState } from 'react';
import { getJson } from '../api/client.ts';

/** Waits between looks: soon at first, then patient, then no more. */
const WAITS_MS: readonly number[] = [250, 500, 900, 1_600, 2_800, 5_000, 8_000, 13_000];

export type InsightsState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'found'; readonly found: InsightsResponse }
  | { readonly kind: 'gone'; readonly why: string };

/** What a status means for the page: wait on, done, or over. */
export const readInsights = (found: InsightsResponse): InsightsState => {
  switch (found.status) {
    case 'completed':
      return { kind: 'found', found };
    case 'dead':
    case 'cancelled':
      return {
        kind: 'gone',
        why: `The task ended without a result (${found.status}${found.error ? `: ${found.error}` : ''}).`,
      };
    default:
      return { kind: 'waiting' };
  }
};

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Looks until the task is done, at most as often as there are waits. */
export const useInsights = (taskId: string): InsightsState => {
  const [state, setState] = useState<InsightsState>({ kind: 'waiting' });
  useEffect(() => {
    const over = new AbortController();
    const look = async (): Promise<void> => {
      setState({ kind: 'waiting' });
      for (const wait of WAITS_MS) {
        await sleep(wait, over.signal);
        if (over.signal.aborted) return;
        const reply = await getJson<InsightsResponse>(`/api/insights/${encodeURIComponent(taskId)}`, {
          signal: over.signal,
        });
        if (over.signal.aborted) return;
        const next = reply.ok ? readInsights(reply.value) : ({ kind: 'waiting' } as const);
        setState(next);
        if (next.kind !== 'waiting') return;
      }
      setState({ kind: 'gone', why: 'Not there yet. The task is still in the queue:' });
    };
    void look();
    return () => over.abort();
  }, [taskId]);
  return state;
};
