import { useEffect, useRef, useState } from 'react';
import { type ApiError, getJson } from './client.ts';

export interface Polled<T> {
  /** What the last look that succeeded has found; null before the first. */
  readonly value: T | null;
  /** Why the last look found nothing. */
  readonly error: ApiError | null;
  /** What a change was answered with: newer than any look that is under way. */
  readonly put: (value: T) => void;
}

/** Looks at an address again and again, while somebody looks at the page. */
export const usePolled = <T>(url: string, everyMs: number): Polled<T> => {
  const [state, setState] = useState<Omit<Polled<T>, 'put'>>({ value: null, error: null });
  const newest = useRef(0);
  useEffect(() => {
    const over = new AbortController();
    let looking = false;
    const look = async (): Promise<void> => {
      if (looking || document.visibilityState === 'hidden') return;
      looking = true;
      newest.current += 1;
      const mine = newest.current;
      const reply = await getJson<T>(url, { signal: over.signal });
      looking = false;
      if (over.signal.aborted || mine !== newest.current) return;
      setState((last) => (reply.ok ? { value: reply.value, error: null } : { ...last, error: reply.error }));
    };
    const lookNow = (): void => void look();
    lookNow();
    const timer = setInterval(lookNow, everyMs);
    document.addEventListener('visibilitychange', lookNow);
    return () => {
      over.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookNow);
    };
  }, [url, everyMs]);
  const put = (value: T): void => {
    newest.current += 1;
    setState({ value, error: null });
  };
  return { ...state, put };
};
