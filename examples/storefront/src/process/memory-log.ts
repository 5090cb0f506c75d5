interface MemoryLogger {
  info(fields: object, message: string): void;
}

/** Writes what this process takes, every so often, so that its growth can be asked for. The returned function ends it. */
export const startMemoryLog = (log: MemoryLogger, everyMs: number): (() => void) => {
  const timer = setInterval(() => {
    const { rss, heapUsed } = process.memoryUsage();
    log.info({ resident_bytes: rss, heap_used_bytes: heapUsed }, 'memory of the process');
  }, everyMs).unref();
  return () => clearInterval(timer);
};
