export interface ServerLimits {
  /** Memory of the whole engine. */
  readonly memoryBytesMax: number;
  /** Threads of one statement. */
  readonly threads: number;
  /** The one directory below which the engine writes and reads backups. */
  readonly backupsPath: string;
}

const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const MARK_CACHE_BYTES = 32 * 1024 * 1024;
const INDEX_CACHE_BYTES = 16 * 1024 * 1024;

/**
 * Settings of the engine as a server: these are read only from a file. The defaults are those of a machine of its own
 * (90 % of the memory, 5 GB of marks, dozens of background threads).
 */
export const serverConfig = ({ memoryBytesMax, threads, backupsPath }: ServerLimits): string => {
  const settings: readonly (readonly [string, number])[] = [
    ['max_server_memory_usage', memoryBytesMax],
    ['mark_cache_size', MARK_CACHE_BYTES],
    ['index_mark_cache_size', INDEX_CACHE_BYTES],
    ['primary_index_cache_size', INDEX_CACHE_BYTES],
    ['index_uncompressed_cache_size', 0],
    ['uncompressed_cache_size', 0],
    ['mmap_cache_size', 0],
    ['query_condition_cache_size', 0],
    ['compiled_expression_cache_size', 0],
    // A day may be of any size and must be dropped all the same; 50 GB are the default.
    ['max_partition_size_to_drop', 0],
    ['backup_threads', threads],
    ['restore_threads', threads],
    ['background_pool_size', 2],
    ['background_schedule_pool_size', 4],
    ['background_move_pool_size', 1],
    ['background_fetches_pool_size', 1],
    ['background_common_pool_size', 2],
    ['background_buffer_flush_schedule_pool_size', 1],
    ['background_message_broker_schedule_pool_size', 1],
    ['background_distributed_schedule_pool_size', 1],
    ['tables_loader_foreground_pool_size', 2],
    ['tables_loader_background_pool_size', 2],
  ];
  const lines = settings.map(([name, value]) => `  <${name}>${value}</${name}>`);
  const backups = `  <backups><allowed_path>${xmlText(backupsPath)}</allowed_path></backups>`;
  return `<clickhouse>\n${[...lines, backups].join('\n')}\n</clickhouse>\n`;
};

/** Arguments every session is opened with; the first one to open decides for the engine. */
export const connectionArgs = (configFile: string, { threads }: Pick<ServerLimits, 'threads'>): string[] => [
  `--config-file=${configFile}`,
  `--max_threads=${threads}`,
  // With the memory it is given here the engine would take one thread for a statement: a gigabyte free for each is the default.
  '--max_threads_min_free_memory_per_thread=0',
  '--output_format_json_quote_64bit_integers=1',
  // After some statements that filter a subquery the cache takes time ranges for empty, and hides their rows from others.
  '--use_query_condition_cache=0',
  // Without a cache to keep it in, machine code is made again for each statement: 15 to 100 ms that nothing gains back.
  '--compile_expressions=0',
  '--compile_aggregate_expressions=0',
  '--compile_sort_description=0',
];
