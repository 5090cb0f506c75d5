import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Connection, ConnectionSettings } from '../../src/database/sql/connection.ts';
import type { ShopDatabase } from '../../src/database/sql/shop-database.ts';
import { openSqlite } from '../../src/database/sql/sqlite-connection.ts';
import { postgresShops, SHOPS, type Shops } from './shops.ts';

/** The contract of the port, for every adapter of it. */
describe.each(SHOPS)('a connection to $system', ({ system, start }) => {
  let shops: Shops;
  let shop: ShopDatabase;
  let opened: Connection[];

  const open = async (settings: Partial<ConnectionSettings> = {}): Promise<Connection> => {
    const connection = await shop.open(settings);
    opened.push(connection);
    return connection;
  };

  beforeAll(async () => {
    shops = await start();
  });
  afterAll(() => shops.stop());
  beforeEach(async () => {
    opened = [];
    ({ shop } = shops.next());
    const connection = await open();
    if (system === 'postgresql') await connection.query('CREATE SCHEMA storefront');
    await connection.query('CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, visits INTEGER NOT NULL)');
    await connection.query("INSERT INTO users VALUES (1, 'Ada', 0), (2, NULL, 7)");
  });
  afterEach(async () => {
    for (const connection of opened) await connection.close();
  });

  test('gives rows with numbers, texts and nulls', async () => {
    const connection = await open();
    expect(await connection.query('SELECT id, name, visits FROM users ORDER BY id')).toEqual([
      { id: 1, name: 'Ada', visits: 0 },
      { id: 2, name: null, visits: 7 },
    ]);
    expect(await connection.query('SELECT COUNT(*) AS n, SUM(visits) AS visits FROM users')).toEqual([
      { n: 2, visits: 7 },
    ]);
    expect(await connection.query('SELECT id FROM users WHERE id = 3')).toEqual([]);
  });

  test('binds parameters by their number, wherever and however often they stand', async () => {
    const connection = await open();
    await connection.query('UPDATE users SET visits = $2, name = $1 WHERE id = $2', ["'; --", 2]);
    expect(await connection.query('SELECT name, visits FROM users WHERE visits = $1 OR id = $1', [2])).toEqual([
      { name: "'; --", visits: 2 },
    ]);
    await connection.query('UPDATE users SET name = $1 WHERE id = $2', [null, 1]);
    expect(await connection.query('SELECT name FROM users WHERE id = $1', [1])).toEqual([{ name: null }]);
  });

  test('runs what it is given at once in its order', async () => {
    const connection = await open();
    const add = 'UPDATE users SET visits = visits * 10 + $1 WHERE id = 1';
    await Promise.all([1, 2, 3, 4].map((digit) => connection.query(add, [digit])));
    expect(await connection.query('SELECT visits FROM users WHERE id = 1')).toEqual([{ visits: 1234 }]);
  });

  test('says that a statement is wrong, and goes on', async () => {
    const connection = await open();
    await expect(connection.query('SELECT nothing FROM users')).rejects.toMatchObject({
      statementCode: 'STATEMENT',
      message: expect.stringContaining('nothing'),
    });
    await expect(connection.query('INSERT INTO users VALUES ($1, $2, $3)', [1, 'Ada', 0])).rejects.toMatchObject({
      statementCode: 'STATEMENT',
    });
    expect(connection.usable()).toBe(true);
    expect(await connection.query('SELECT id FROM users WHERE id = $1', [1])).toEqual([{ id: 1 }]);
  });

  test('a lock is waited for until it is free, and meanwhile the event loop goes on', async () => {
    const [holder, writer] = [await open(), await open({ lockWaitMs: 30_000 })];
    await holder.query(shop.dialect.beginHolding);
    let begun = false;
    const begin = writer.query(shop.dialect.beginWriting).then(() => {
      begun = true;
    });
    // That another connection answers, in full, is time in which the writer could have begun.
    const reader = await open();
    for (let i = 0; i < 20; i++) await reader.query('SELECT name FROM users WHERE id = 1');
    expect(begun).toBe(false);
    await holder.query('ROLLBACK');
    await begin;
    await writer.query('UPDATE users SET visits = 5 WHERE id = 1');
    expect(await reader.query('SELECT visits FROM users WHERE id = 1')).toEqual([{ visits: 0 }]);
    await writer.query('COMMIT');
    expect(await reader.query('SELECT visits FROM users WHERE id = 1')).toEqual([{ visits: 5 }]);
  });

  test('a lock that is not given in time is waited for in vain', async () => {
    const [holder, writer] = [await open(), await open({ lockWaitMs: 20 })];
    await holder.query(shop.dialect.beginHolding);
    await expect(writer.query(shop.dialect.beginWriting)).rejects.toMatchObject({ statementCode: 'BUSY' });
    if (shop.dialect.begunWithoutLock) await writer.query('ROLLBACK');
    await holder.query('ROLLBACK');
    await writer.query(shop.dialect.beginWriting);
    await writer.query('ROLLBACK');
  });

  test('what was not committed goes with the connection', async () => {
    const [writer, reader] = [await open(), await open()];
    await writer.query(shop.dialect.beginWriting);
    await writer.query('UPDATE users SET visits = 5');
    await writer.close();
    expect(await reader.query('SELECT visits FROM users ORDER BY id')).toEqual([{ visits: 0 }, { visits: 7 }]);
    await reader.query(shop.dialect.beginWriting);
    await reader.query('ROLLBACK');
  });

  test('ends after what it was given before, and is of no use then', async () => {
    const connection = await open();
    const before = connection.query('SELECT id FROM users WHERE id = 1');
    const closed = Promise.all([connection.close(), connection.close()]);
    expect(connection.usable()).toBe(false);
    expect(await before).toEqual([{ id: 1 }]);
    await closed;
    await expect(connection.query('SELECT id FROM users')).rejects.toMatchObject({ statementCode: 'UNAVAILABLE' });
  });

  test('tells of its plan in one line, also after an index is gone', async () => {
    const connection = await open();
    const sql = 'SELECT name FROM users WHERE visits = $1';
    const plan = async (): Promise<string> =>
      shop.dialect.planOf(await connection.query(shop.dialect.explain(sql), [7]));
    if (system === 'postgresql') await connection.query('SET enable_seqscan = off');
    const without = await plan();
    expect(without).toMatch(/^(?:SCAN users|Seq Scan on users; Filter: \(visits = 7\))$/);
    await connection.query('CREATE INDEX users_by_visits ON users (visits)');
    expect(await plan()).toContain('users_by_visits');
    await (await open()).query('DROP INDEX users_by_visits');
    expect(await plan()).toBe(without);
  });
});

test('a SQLite file that cannot be opened is said by its name', async () => {
  await expect(openSqlite('/nowhere/storefront.db')).rejects.toMatchObject({
    statementCode: 'UNAVAILABLE',
    message: 'no connection to /nowhere/storefront.db: unable to open database file',
  });
});

test('a SQLite file that another process is making is waited for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'storefront-'));
  const file = join(folder, 'storefront.db');
  const other = new DatabaseSync(file);
  // A lock that SQLite does not wait for by itself when the file is not one with a write-ahead log yet.
  other.exec('CREATE TABLE users (id INTEGER)');
  other.exec('BEGIN IMMEDIATE');
  const opening = openSqlite(file);
  const free = setTimeout(() => other.exec('COMMIT'), 400);
  const connection = await opening.finally(() => clearTimeout(free));
  expect(await connection.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  await connection.close();
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a PostgreSQL connection that the server ends is of no use, and says so', async () => {
  const shops = await postgresShops();
  const { shop } = shops.next();
  const [lost, other] = [await shop.open(), await shop.open()];
  const [backend] = await lost.query('SELECT pg_backend_pid() AS pid');
  await other.query('SELECT pg_terminate_backend($1)', [Number(backend?.pid)]);
  await expect.poll(() => lost.usable()).toBe(false);
  await expect(lost.query('SELECT 1')).rejects.toMatchObject({ statementCode: 'UNAVAILABLE' });
  await Promise.all([lost.close(), other.close()]);
  await shops.stop();
  await expect(shop.open()).rejects.toMatchObject({ statementCode: 'UNAVAILABLE' });
});
