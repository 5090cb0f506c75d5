import { shutdownTelemetry } from '@clearspan/instrumentation';
import type { Logger } from 'pino';

/** Together under the five seconds in which a process must be gone. */
const FINISH_MS = 3_000;
const FLUSH_MS = 1_200;
const GIVE_UP_MS = 4_800;

/** Closes what the process holds open: new requests are refused, those under way finish, then `close` runs. */
export type Stop = () => Promise<void>;

const within = (work: Promise<void>, ms: number): Promise<void> => {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, ms);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
};

/**
 * Ends the process cleanly on SIGTERM, SIGINT or when the parent that started it is gone. A repeated signal changes
 * nothing: a terminal's Ctrl-C arrives more than once.
 */
export const stopOnSignals = (stop: Stop, logger: Logger): void => {
  let stopping = false;
  const end = async (why: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), GIVE_UP_MS).unref();
    logger.info({ reason: why }, 'stopping');
    let code = 0;
    await within(stop(), FINISH_MS).catch((error: unknown) => {
      code = 1;
      logger.error({ err: error }, 'stopping failed');
    });
    await shutdownTelemetry(FLUSH_MS);
    process.exit(code);
  };
  process.on('SIGTERM', () => void end('SIGTERM'));
  process.on('SIGINT', () => void end('SIGINT'));
  if (process.send) process.on('disconnect', () => void end('the parent process is gone'));
};
