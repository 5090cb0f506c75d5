import { shutdownTelemetry } from '@clearspan/instrumentation';
import type { Logger } from 'pino';

/** Together under the five seconds in which a process must be gone. */
const FLUSH_MS = 1_000;
const GIVE_UP_MS = 4_800;

/** Ends one service: requests under way finish, then it closes what it holds open. Bounded in time by itself. */
export type Stop = () => Promise<void>;

const stops = new Set<Stop>();
let stopping = false;
let listening = false;

const end = async (why: string, logger: Logger): Promise<void> => {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), GIVE_UP_MS).unref();
  logger.info({ reason: why }, 'stopping');
  const outcomes = await Promise.allSettled([...stops].map((stop) => stop()));
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
  for (const { reason } of failed) logger.error({ err: reason as Error }, 'stopping failed');
  await shutdownTelemetry(FLUSH_MS);
  process.exit(failed.length ? 1 : 0);
};

/**
 * Ends the process cleanly on SIGTERM, SIGINT or when the parent that started it is gone: exit code 0, within five
 * seconds. A repeated signal changes nothing: a terminal's Ctrl-C arrives more than once. The returned function takes
 * the service out again.
 */
export const stopOnSignals = (stop: Stop, logger: Logger): (() => void) => {
  stops.add(stop);
  if (!listening) {
    listening = true;
    process.on('SIGTERM', () => void end('SIGTERM', logger));
    process.on('SIGINT', () => void end('SIGINT', logger));
    if (process.send) process.on('disconnect', () => void end('the parent process is gone', logger));
    // Whoever read the output may be gone first; a line that nobody reads must not keep the rest from ending well.
    process.stdout.on('error', () => undefined);
    process.stderr.on('error', () => undefined);
  }
  return () => void stops.delete(stop);
};
