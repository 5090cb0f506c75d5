import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from '../../src/database/sql/connection.ts';
import { INDEXES } from '../../src/database/tables/indexes.ts';
import { prepareTables } from '../../src/database/tables/prepare-tables.ts';
import { SEED_TABLES } from '../../src/database/tables/seed-rows.ts';
import type { EmptyShop, Shops } from './shops.ts';
import { SHOPS } from './shops.ts';

const digestOf = (rows: readonly object[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);

describe.each(SHOPS)('the tables in $system', ({ system, start }) => {
  let shops: Shops;
  let place: EmptyShop;
  let connection: Connection;
  let made: readonly boolean[];

  beforeAll(async () => {
    shops = await start();
    place = shops.next();
    made = await Promise.all([prepareTables(place.shop), prepareTables(place.shop)]);
    connection = await place.shop.open();
  });
  afterAll(async () => {
    await connection.close();
    await shops.stop();
  });

  const indexes = async (): Promise<unknown[]> => {
    const sql =
      system === 'sqlite'
        ? "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name"
        : "SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'storefront' AND indexname NOT LIKE '%_pkey' ORDER BY 1";
    return (await connection.query(sql)).map(({ name }) => name);
  };

  test('are made once, also when two services start at the same time', async () => {
    expect(made.filter((one) => one)).toHaveLength(1);
    expect(await prepareTables(place.shop)).toBe(false);
    const counts = [];
    for (const { table } of SEED_TABLES) {
      const [row] = await connection.query(`SELECT COUNT(*) AS n FROM ${table}`);
      counts.push([table, row?.n]);
    }
    expect(counts).toEqual([
      ['users', 20_000],
      ['products', 5_000],
      ['inventory', 5_000],
      ['orders', 40_000],
      ['order_lines', 120_000],
    ]);
  });

  test('hold the same rows in every database', async () => {
    const digests: Record<string, string> = {};
    for (const { table, columns } of SEED_TABLES)
      digests[table] = digestOf(await connection.query(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY 1`));
    expect(digests).toMatchInlineSnapshot(`
      {
        "inventory": "ff3387f79e7b5307",
        "order_lines": "bd4ba4efc0a98af1",
        "orders": "575997054175e241",
        "products": "59f6b4593b17b326",
        "users": "627cc1e84f00eb5b",
      }
    `);
  });

  test('have products that are sold out, users at example.com, and lines of orders that there are', async () => {
    const sql = `SELECT
      (SELECT COUNT(*) FROM inventory WHERE stock = 0) AS sold_out,
      (SELECT COUNT(*) FROM inventory WHERE stock < 0) AS wrong,
      (SELECT COUNT(DISTINCT email) FROM users WHERE email LIKE '%@example.com') AS emails,
      (SELECT COUNT(DISTINCT order_id) FROM order_lines) AS orders,
      (SELECT COUNT(*) FROM order_lines WHERE product_id NOT BETWEEN 1 AND 5000) AS strange`;
    const [row] = await connection.query(sql);
    expect(row).toMatchObject({ wrong: 0, emails: 20_000, orders: 40_000, strange: 0 });
    expect(row?.sold_out).toBeGreaterThan(100);
  });

  test('get an index again that a crash left dropped', async () => {
    expect(await indexes()).toEqual(Object.keys(INDEXES));
    await connection.query('DROP INDEX order_lines_by_order');
    expect(await indexes()).toEqual(['orders_by_state']);
    expect(await prepareTables(place.shop)).toBe(false);
    expect(await indexes()).toEqual(Object.keys(INDEXES));
  });

  test('of another version are refused, and left as they are', async () => {
    await connection.query('UPDATE schema_version SET version = 2');
    await expect(prepareTables(place.shop)).rejects.toThrow('expected tables of version 1, found version 2');
    expect(await connection.query('SELECT version FROM schema_version')).toEqual([{ version: 2 }]);
    await connection.query('UPDATE schema_version SET version = 1');
  });

  test('are all made or none', async () => {
    const { shop } = shops.next();
    const first = await shop.open();
    for (const statement of shop.dialect.beginMaking) await first.query(statement);
    await first.query('CREATE TABLE order_lines (id INTEGER)');
    await first.query('COMMIT');
    await expect(prepareTables(shop)).rejects.toThrow('order_lines');
    await expect(first.query('SELECT COUNT(*) FROM users')).rejects.toMatchObject({ statementCode: 'STATEMENT' });
    await first.close();
  });

  test('tell how large each is, with its indexes', async () => {
    const sizes = async (): Promise<number> => {
      const rows = await connection.query(place.shop.dialect.tableSizes);
      return Number(rows.find(({ name }) => name === 'order_lines')?.bytes);
    };
    const before = await sizes();
    expect(before).toBeGreaterThan(1_000_000);
    await connection.query('DROP INDEX order_lines_by_order');
    expect(await sizes()).toBeLessThan(before - 500_000);
    await prepareTables(place.shop);
  });
});
