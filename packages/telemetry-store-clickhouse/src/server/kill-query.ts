import { setTimeout as delay } from 'node:timers/promises';
import { stringLiteral } from '@clearspan/dataprime';
import { onCluster } from '@clearspan/telemetry-store';
import type { Run } from '../schema/run.ts';

/** A statement on its way into the server cannot be found yet: it is looked for a few times. */
const LOOKS_MAX = 5;
const LOOK_EVERY_MS = 50;

/**
 * Ends a statement in the server. In a cluster it is looked for on every server, because what stands between may have
 * given it to another one than this call; the parts of it on other shards end with it.
 */
export const killQuery = async (run: Run, queryId: string, cluster: string | null): Promise<void> => {
  const sql = `KILL QUERY${onCluster(cluster)} WHERE query_id = ${stringLiteral(queryId)} ASYNC`;
  for (let look = 0; look < LOOKS_MAX; look++) {
    const killed = await run(sql).catch(() => null);
    // The server that cannot be told ends it when it notices that the connection is gone.
    if (killed === null || killed.length > 0) return;
    await delay(LOOK_EVERY_MS);
  }
};
