/** Ends a call: when its time is over, or when the caller gives up. Says which of the two it was. */
export interface CallClock {
  readonly signal: AbortSignal;
  ended(): 'deadline' | 'cancelled' | null;
  /** The deadline no longer matters; the caller may still give up. */
  stopTimer(): void;
  release(): void;
}

export const startClock = (leftMs: number, caller: AbortSignal | undefined): CallClock => {
  const controller = new AbortController();
  let ended: 'deadline' | 'cancelled' | null = null;
  const end = (why: 'deadline' | 'cancelled'): void => {
    ended ??= why;
    controller.abort();
  };
  const timer = setTimeout(end, leftMs, 'deadline');
  const onAbort = (): void => end('cancelled');
  if (caller?.aborted) onAbort();
  else caller?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    ended: () => ended,
    stopTimer: () => clearTimeout(timer),
    release: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onAbort);
    },
  };
};
