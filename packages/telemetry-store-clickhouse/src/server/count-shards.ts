import { storeError } from '../engine/store-error.ts';
import type { Run } from '../schema/run.ts';

/**
 * How many shards there are: 1 of a server that is in no cluster. Rejects when the server does not know the cluster, or
 * the cluster has no such shard: rows that are refused for that would be put aside one after the other.
 */
export const countShards = async (run: Run, cluster: string | null, shard: number | null): Promise<number> => {
  if (cluster === null) return 1;
  const [[found] = []] = await run(`SELECT uniqExact(shard_num) FROM system.clusters WHERE cluster = '${cluster}'`);
  const shards = Number(found);
  if (shards === 0) throw storeError('ENGINE', `expected a cluster \`${cluster}\` that the server knows, found none`);
  if (shard === null || shard <= shards) return shards;
  throw storeError('ENGINE', `expected a shard of \`${cluster}\` from 1 to ${shards}, found ${shard}`);
};
