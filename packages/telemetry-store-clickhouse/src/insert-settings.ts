import type { Settings } from './engine/settings.ts';
import { storeError } from './engine/store-error.ts';

/** Days one batch may touch, more than are ever kept: every day is a part of its own. */
const PARTITIONS_PER_INSERT_MAX = 4_000;
const TOKEN = /^[A-Za-z0-9_-]{1,200}$/;

/** What makes an insert one that adds its rows once for each token. Throws when the token is none. */
export const insertSettings = (token: string, insertMsMax: number): Settings => {
  if (!TOKEN.test(token)) {
    throw storeError('ENGINE', `expected a token of letters, digits, - and _, found ${JSON.stringify(token)}`);
  }
  return {
    insert_deduplication_token: token,
    deduplicate_blocks_in_dependent_materialized_views: 1,
    // One thread, one block: the token names the block, so it must be the same block when repeated.
    max_insert_threads: 1,
    max_partitions_per_insert_block: PARTITIONS_PER_INSERT_MAX,
    max_execution_time: insertMsMax / 1000,
  };
};
