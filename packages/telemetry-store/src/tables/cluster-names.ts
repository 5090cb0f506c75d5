import type { TableName } from './table.ts';

/** The table that holds the rows: in a cluster each shard has one, and the table of the plain name is all of them. */
export const storedName = (table: TableName, cluster: string | null): string =>
  cluster === null ? table : `${table}_local`;

const NAME = /^[A-Za-z0-9_.-]{1,64}$/;

/** Names without a meaning in SQL: they stand in statements and in the paths of Keeper. */
export const isClusterName = (name: string): boolean => NAME.test(name);

/** What makes a statement of definition one of every server of the cluster. */
export const onCluster = (cluster: string | null): string => (cluster === null ? '' : ` ON CLUSTER \`${cluster}\``);
