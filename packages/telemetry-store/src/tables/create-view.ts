import { onCluster, storedName } from './cluster-names.ts';
import { DATABASE, type Table } from './table.ts';

/**
 * The statement that creates what fills one table from another as rows are inserted. In a cluster each shard fills its own
 * table from its own, so that nothing goes over the network and a repeated batch is known where it was known before.
 */
export const createView = (
  into: Table,
  from: Table,
  cluster: string | null,
  select: (where: string, from: string) => string,
): string =>
  `CREATE MATERIALIZED VIEW IF NOT EXISTS ${DATABASE}.${into.name}_mv${onCluster(cluster)} TO ${DATABASE}.${storedName(into.name, cluster)} AS
${select('', storedName(from.name, cluster))}`;
