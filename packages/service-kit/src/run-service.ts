import type { z } from 'zod';
import { readConfig } from './config.ts';
import { createLogger } from './logger.ts';

/**
 * Starts the service that this process is. A wrong variable ends the process with code 2, a start that fails with code 1:
 * most often another process has the port or the data, and that is said as a line of the log, where people look for it.
 */
export const runService = async <T extends z.ZodObject>(
  name: string,
  schema: T,
  start: (config: z.infer<T>) => Promise<unknown>,
): Promise<void> => {
  const config = readConfig(schema, process.env);
  try {
    await start(config);
  } catch (error) {
    createLogger(name).fatal({ err: error }, 'the service could not be started');
    process.exit(1);
  }
};
