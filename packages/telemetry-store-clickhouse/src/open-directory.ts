import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { StoreError } from '@clearspan/telemetry-store';
import { type Engine, startEngine } from './engine/engine.ts';
import type { EngineEvent } from './engine/keep-alive.ts';
import type { OpenMessage } from './engine/protocol.ts';
import { connectionArgs, type ServerLimits, serverConfig } from './engine/server-config.ts';

export interface OpenDirectoryOptions extends Omit<ServerLimits, 'backupsPath'> {
  readonly path: string;
  readonly readers: number;
  readonly statementsQueuedMax: number;
  readonly purgeAfterMs: number;
  readonly lockWaitMs: number;
  readonly onEvent: (event: EngineEvent) => void;
}

export interface OpenDirectory {
  readonly engine: Engine;
  /** Where files wait that are being inserted. */
  readonly incoming: string;
  /** Holds places for backups, each a directory or a link to one. */
  readonly backups: string;
}

const LOCK_RETRY_MS = 100;
/** Below the store's directory. */
export const BACKUPS = 'backups';

const startWhenFree = async (
  open: OpenMessage,
  onEvent: (event: EngineEvent) => void,
  lockWaitMs: number,
): Promise<Engine> => {
  const giveUpAt = performance.now() + lockWaitMs;
  for (;;) {
    try {
      return await startEngine(open, onEvent);
    } catch (error) {
      if ((error as StoreError).code !== 'LOCKED' || performance.now() > giveUpAt) throw error;
      await delay(LOCK_RETRY_MS);
    }
  }
};

/**
 * `engine/` is the engine's own, `incoming/` holds files that are being inserted, `backups/` places that backups go to,
 * `engine.xml` is written at each start.
 */
export const openDirectory = async (options: OpenDirectoryOptions): Promise<OpenDirectory> => {
  const path = resolve(options.path);
  const [engineDir, incoming, configFile] = [join(path, 'engine'), join(path, 'incoming'), join(path, 'engine.xml')];
  const backups = join(path, BACKUPS);
  for (const directory of [engineDir, incoming, backups]) await mkdir(directory, { recursive: true });
  await writeFile(configFile, serverConfig({ ...options, backupsPath: backups }));
  const open: OpenMessage = {
    kind: 'open',
    path: engineDir,
    args: connectionArgs(configFile, options),
    readers: options.readers,
    // Only SELECTs come to readers; the engine holds them to it.
    setup: { writer: [], reader: ['SET readonly = 2'], admin: [], backup: [] },
    queuedMax: options.statementsQueuedMax,
    purgeAfterMs: options.purgeAfterMs,
  };
  const engine = await startWhenFree(open, options.onEvent, options.lockWaitMs);
  // Files of inserts that were interrupted: their batches are given again by whoever has them in a log.
  for (const file of await readdir(incoming)) await rm(join(incoming, file));
  // Links to where backups went that were cut off: what they lead to is whoever's made it.
  for (const place of await readdir(backups)) await rm(join(backups, place), { recursive: true, force: true });
  return { engine, incoming, backups };
};
