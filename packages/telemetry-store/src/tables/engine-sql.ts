import { storedName } from './cluster-names.ts';
import { DATABASE, type Table } from './table.ts';

/** `{shard}` and `{replica}` are macros that each server of a cluster has in its configuration. */
const keeperPath = (name: string): string => `'/clickhouse/tables/{shard}/${DATABASE}/${name}', '{replica}'`;

/** The engine of the table that holds the rows. */
export const storedEngine = (table: Table, cluster: string | null): string => {
  if (cluster === null) return table.engine;
  const [, kind = '', own] = /^(\w+)(?:\((.*)\))?$/.exec(table.engine) ?? [];
  const place = keeperPath(storedName(table.name, cluster));
  return `Replicated${kind}(${[place, ...(own === undefined ? [] : [own])].join(', ')})`;
};

/** The engine of the table that is all shards'. */
export const distributedEngine = (table: Table, cluster: string): string =>
  `Distributed('${cluster}', '${DATABASE}', '${storedName(table.name, cluster)}', ${table.shardBy})`;

/** A process that was down finds its tokens again if it comes back within a day. */
const DEDUP_SECONDS = 86_400;
/** Of all processes that write, of which there can be many. */
const DEDUP_BLOCKS = 10_000;

/** How many tokens of inserts are remembered. */
export const dedupSettings = ({ dedupWindowBlocks }: Table, cluster: string | null): readonly string[] => {
  if (dedupWindowBlocks === 0) return [];
  if (cluster === null) return [`non_replicated_deduplication_window = ${dedupWindowBlocks}`];
  return [
    `replicated_deduplication_window = ${DEDUP_BLOCKS}`,
    `replicated_deduplication_window_seconds = ${DEDUP_SECONDS}`,
  ];
};
