import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Connection } from '../../src/database/sql/connection.ts';
import { type Acquired, type ConnectionPool, createConnectionPool } from '../../src/database/sql/connection-pool.ts';
import { openSqlite } from '../../src/database/sql/sqlite-connection.ts';
import { type Shops, sqliteShops } from './shops.ts';

let shops: Shops;
let pool: ConnectionPool;
let opened: number;

const connectionOf = (acquired: Acquired): Connection => {
  if (!acquired.ok) throw new Error(`expected a connection, found ${acquired.reason}`);
  return acquired.connection;
};

beforeAll(async () => {
  shops = await sqliteShops();
});
afterAll(() => shops.stop());
beforeEach(() => {
  opened = 0;
  const { shop } = shops.next();
  const open = (): Promise<Connection> => {
    opened += 1;
    return shop.open();
  };
  pool = createConnectionPool(open, { connections: 1, acquireMs: 30_000, waitingMax: 2 });
});
afterEach(() => pool.close());

test('opens a connection when it is first needed, and keeps it', async () => {
  expect(opened).toBe(0);
  for (let i = 0; i < 3; i++) {
    const acquired = await pool.acquire();
    expect([acquired.waited, pool.used()]).toEqual([false, 1]);
    expect(await connectionOf(acquired).query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    pool.release(connectionOf(acquired));
  }
  expect([opened, pool.used()]).toEqual([1, 0]);
});

test('those who wait get a connection in the order they came; who comes when too many wait is refused at once', async () => {
  const first = connectionOf(await pool.acquire());
  const order: string[] = [];
  const waiting = ['second', 'third'].map(async (name) => {
    const acquired = await pool.acquire();
    order.push(name);
    pool.release(connectionOf(acquired));
    return acquired.waited;
  });
  expect(await pool.acquire()).toEqual({ ok: false, reason: 'queue full', waited: true, waitMs: 0 });
  pool.release(first);
  expect([await Promise.all(waiting), order]).toEqual([
    [true, true],
    ['second', 'third'],
  ]);
});

test('who waits for too long is told so, and is no more in the queue', async () => {
  // Opening one may take longer than anybody waits here.
  const ready = await shops.next().shop.open();
  const hurried = createConnectionPool(async () => ready, { connections: 1, acquireMs: 30, waitingMax: 2 });
  const first = connectionOf(await hurried.acquire());
  const late = await hurried.acquire();
  expect(late).toMatchObject({ ok: false, reason: 'timeout', waited: true });
  expect(late.waitMs).toBeGreaterThan(25);
  hurried.release(first);
  hurried.release(connectionOf(await hurried.acquire()));
  await hurried.close();
});

test('a connection that was lost is replaced', async () => {
  const lost = connectionOf(await pool.acquire());
  await lost.close();
  pool.release(lost);
  const next = connectionOf(await pool.acquire());
  expect(next).not.toBe(lost);
  expect(await next.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  pool.release(next);
});

test('a database that is not there is told apart from a pool that is in use, for all who wait', async () => {
  const nowhere = createConnectionPool(() => openSqlite('/nowhere/shop.db'), {
    connections: 1,
    acquireMs: 500,
    waitingMax: 2,
  });
  const refused = await Promise.all([nowhere.acquire(), nowhere.acquire()]);
  expect(refused).toMatchObject(
    Array(2).fill({ ok: false, reason: 'unreachable', error: { statementCode: 'UNAVAILABLE' } }),
  );
  await nowhere.close();
});
