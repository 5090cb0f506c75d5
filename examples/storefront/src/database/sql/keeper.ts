import type { Connection, OpenConnection, Row } from './connection.ts';

/** A connection outside of the pool, for what the service asks on its own account. Opened when it is first needed. */
export interface Keeper {
  query(sql: string): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export const createKeeper = (open: OpenConnection): Keeper => {
  let opening: Promise<Connection> | null = null;
  const current = async (): Promise<Connection> => {
    const connection = await opening?.catch(() => null);
    if (connection?.usable()) return connection;
    opening = open();
    return opening;
  };
  return {
    query: async (sql) => (await current()).query(sql),
    close: async () => {
      const connection = await opening?.catch(() => null);
      await connection?.close();
    },
  };
};
