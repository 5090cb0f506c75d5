import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresShop, type ShopDatabase, sqliteShop } from '../../src/database/sql/shop-database.ts';
import { startPostgres } from './postgres-server.ts';

/** A place for tables that are not there yet. */
export interface EmptyShop {
  readonly shop: ShopDatabase;
  /** What tells the service of it. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Shops {
  next(): EmptyShop;
  stop(): Promise<void>;
}

export const sqliteShops = async (): Promise<Shops> => {
  const folder = mkdtempSync(join(tmpdir(), 'storefront-'));
  let made = 0;
  return {
    next: () => {
      made += 1;
      const data = join(folder, String(made));
      return { shop: sqliteShop(join(data, 'storefront.db')), env: { CLEARSPAN_DATA: data } };
    },
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

export const postgresShops = async (): Promise<Shops> => {
  const server = await startPostgres();
  return {
    next: () => {
      const url = server.newDatabase();
      return { shop: postgresShop(url), env: { DATABASE_URL: url } };
    },
    stop: () => server.stop(),
  };
};

/** Every database that the service can have: what is said of one is said of each. */
export const SHOPS: readonly { readonly system: 'sqlite' | 'postgresql'; readonly start: () => Promise<Shops> }[] = [
  { system: 'sqlite', start: sqliteShops },
  { system: 'postgresql', start: postgresShops },
];
