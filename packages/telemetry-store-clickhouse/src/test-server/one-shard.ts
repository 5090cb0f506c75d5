/**
 * Statements for a cluster as those of its only shard, on an engine that has no Keeper and asks no other server: tables
 * without replicas, and a table of all shards that is the shard's.
 */
export const asOneShard = (sql: string, cluster: string): string =>
  sql
    .replace(` ON CLUSTER \`${cluster}\``, '')
    .replace(/ AS otel\.\w+\nENGINE = Distributed\('\w+', '(\w+)', '(\w+)', .*\)$/, " ENGINE = Alias('$1', '$2')")
    .replace(/Replicated(\w*MergeTree)\('[^']*', '[^']*'(?:, )?(.*?)\)/, '$1($2)')
    .replace(
      /replicated_deduplication_window = (\d+), replicated_deduplication_window_seconds = \d+/,
      'non_replicated_deduplication_window = $1',
    )
    .replace(`cluster('${cluster}', system.parts)`, 'system.parts');
