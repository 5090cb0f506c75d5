/** Requests repeated this soon are one: npm passes a terminal's Ctrl-C on a second time. */
const REPEAT_IGNORED_MS = 1_000;

export interface StopHandlers {
  /** The first request. */
  readonly stop: (by: string) => void;
  /** A further one, later: whoever asks twice wants it at once. */
  readonly hurry: () => void;
}

/** Hears Ctrl-C, SIGTERM, the end of the terminal and the end of the launcher. Returns how to stop hearing. */
export const onStopRequest = (handlers: StopHandlers): (() => void) => {
  let firstMs: number | null = null;
  const heard = (by: string): void => {
    if (firstMs === null) {
      firstMs = Date.now();
      handlers.stop(by);
    } else if (Date.now() - firstMs > REPEAT_IGNORED_MS) handlers.hurry();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const listeners = signals.map((signal) => [signal, () => heard(signal)] as const);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  const gone = (): void => heard('the end of its launcher');
  process.on('disconnect', gone);
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
    process.off('disconnect', gone);
  };
};
