/** Servers of a cluster, one for each shard. */
export const shardsOf = (cluster: string, ports: readonly number[]): string => {
  const shards = ports.map((port) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`);
  return `<remote_servers><${cluster}>${shards.join('')}</${cluster}></remote_servers>`;
};

/** Statements for a cluster as those of one of its servers, on an engine that has no Keeper: tables without replicas. */
export const asOneServer = (sql: string, cluster: string): string =>
  sql
    .replace(` ON CLUSTER \`${cluster}\``, '')
    .replace(/Replicated(\w*MergeTree)\('[^']*', '[^']*'(?:, )?(.*?)\)/, '$1($2)')
    .replace(
      /replicated_deduplication_window = (\d+), replicated_deduplication_window_seconds = \d+/,
      'non_replicated_deduplication_window = $1',
    );

/** The same where that server has the only shard, and asks no other: a table of all shards is that shard's. */
export const asOneShard = (sql: string, cluster: string): string =>
  asOneServer(sql, cluster)
    .replace(/ AS otel\.\w+\nENGINE = Distributed\('\w+', '(\w+)', '(\w+)', .*\)$/, " ENGINE = Alias('$1', '$2')")
    .replace(/cluster\('\w+', (system\.\w+)\)/, '$1');
