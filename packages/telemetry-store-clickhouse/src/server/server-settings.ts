import type { Settings } from '../engine/settings.ts';

/** What every statement is run with, whatever the profile of the user says. */
const ALWAYS: Settings = {
  output_format_json_quote_64bit_integers: 1,
  // Functions of time mean UTC where a statement names no zone.
  session_timezone: 'UTC',
  // After some statements that filter a subquery the cache hides rows from others.
  use_query_condition_cache: 0,
  // The status of an answer is that of the whole statement, not of its first rows.
  wait_end_of_query: 1,
};

const READING: Settings = { readonly: 2, cancel_http_readonly_queries_on_client_close: 1 };

/** An insert is acknowledged when its rows are in parts, not when a server has them in memory. */
const WRITING: Settings = { async_insert: 0 };

/** Which replica is asked: the first in the cluster's definition that is there, of writers and readers alike. */
const SAME_REPLICA: Settings = { load_balancing: 'in_order', prefer_localhost_replica: 0 };

/** What a statement over all shards needs to mean what it means on one server. */
const READING_SHARDS: Settings = {
  ...SAME_REPLICA,
  // The right side of a join and of IN is made once, of all shards, and sent to each.
  distributed_product_mode: 'global',
  prefer_global_in_and_join: 1,
  // An answer without the rows of a shard is wrong; to say that a shard is away is not.
  skip_unavailable_shards: 0,
  // Rows stay where they were when shards are added, so the shard of a key is not known by the key.
  optimize_skip_unused_shards: 0,
};

/** Each shard has its rows when the insert ends; none waits in a queue of the server that was asked. */
const WRITING_SHARDS: Settings = { ...SAME_REPLICA, distributed_foreground_insert: 1 };

export const readSettings = (cluster: string | null): Settings => ({
  ...ALWAYS,
  ...READING,
  ...(cluster === null ? {} : READING_SHARDS),
});

export const writeSettings = (cluster: string | null): Settings => ({
  ...ALWAYS,
  ...WRITING,
  ...(cluster === null ? {} : WRITING_SHARDS),
});

/** Of statements of our own, which define and look. */
export const ownSettings = (cluster: string | null): Settings => ({
  ...ALWAYS,
  ...(cluster === null ? {} : READING_SHARDS),
});
