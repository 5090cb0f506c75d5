import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OpenConnection } from './connection.ts';
import { type Dialect, POSTGRES, SQLITE } from './dialect.ts';
import { openPostgres } from './postgres-connection.ts';
import { openSqlite } from './sqlite-connection.ts';

/** Where the tables are: a dialect, and the way to open connections. */
export interface ShopDatabase {
  readonly dialect: Dialect;
  readonly open: OpenConnection;
}

/** A SQLite file; its folder is made when it is missing. */
export const sqliteShop = (file: string): ShopDatabase => ({
  dialect: SQLITE,
  open: (settings) => {
    mkdirSync(dirname(file), { recursive: true });
    return openSqlite(file, settings);
  },
});

/** A PostgreSQL server, by its address. */
export const postgresShop = (url: string): ShopDatabase => ({
  dialect: POSTGRES,
  open: (settings) => openPostgres(url, settings),
});
