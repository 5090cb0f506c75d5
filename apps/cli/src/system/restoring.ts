import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where a backup is unpacked in a data directory; gone once all of it is in its place. */
export const RESTORING = '.restoring';

/** Whether a restore into this directory was cut off: what it holds is not all of the backup. */
export const isHalfRestored = (dataDir: string): boolean => existsSync(join(dataDir, RESTORING));
