/** What is kept below `CLEARSPAN_DATA`, by paths in it. */
export const DATA_FILES = {
  /** Directory of the store. */
  store: 'telemetry/engine',
  /** Directory of its write-ahead log. */
  storeLog: 'telemetry/wal',
  /** Directory of queries in the background and their answers. */
  storeBackground: 'telemetry/background',
  /** Directory of what waits to be sent on. */
  storeForward: 'telemetry/forward',
  /** What it dropped to stay within its bytes. */
  storeDrops: 'telemetry/dropped.json',
  records: 'records.db',
  tasks: 'tasks.db',
} as const;
