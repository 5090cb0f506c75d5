import type { OpenDirectoryOptions } from './open-directory.ts';

const MEGABYTE = 1024 * 1024;

/** How an engine is opened by whoever does not say otherwise. */
export const ENGINE_DEFAULTS: Omit<OpenDirectoryOptions, 'path'> & { readonly resultBytesMax: number } = {
  memoryBytesMax: 1024 * MEGABYTE,
  readers: 3,
  threads: 2,
  statementsQueuedMax: 64,
  resultBytesMax: 64 * MEGABYTE,
  purgeAfterMs: 5_000,
  lockWaitMs: 0,
  onEvent: () => {},
};
