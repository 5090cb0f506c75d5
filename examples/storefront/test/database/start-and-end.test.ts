import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type RunningDatabase, runDatabase } from './running-database.ts';
import { postgresShops, type Shops, sqliteShops } from './shops.ts';

vi.spyOn(process.stdout, 'write').mockReturnValue(true);

const MAIN = fileURLToPath(new URL('../../src/database/main.ts', import.meta.url));
const REGISTER = import.meta.resolve('@clearspan/instrumentation/register');

let shops: Shops;
let database: RunningDatabase | null;

beforeEach(() => {
  database = null;
});
afterEach(async () => {
  await database?.stop();
  await shops.stop();
});

/** What the process wrote, and its exit code. Once it listens it is asked for a user, and then told to end. */
const runProcess = async (
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly messages: readonly string[] }> => {
  const settings = { DATABASE_SERVICE_PORT: '0', TELEMETRY_STORE_OTLP_URL: 'off', ...env };
  const child = spawn(process.execPath, ['--import', REGISTER, MAIN], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const messages: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg } = JSON.parse(line) as { readonly msg: string };
    messages.push(msg);
    const [, url] = /^listening at (.*)/.exec(msg) ?? [];
    if (url === undefined) continue;
    await (await fetch(`${url}/db/user/1`)).text();
    child.kill('SIGTERM');
  }
  const [code] = (await exited) as [number | null];
  return { code, messages };
};

test('makes its tables once, and ends with all of its threads when it is told to', async () => {
  shops = await sqliteShops();
  const { env } = shops.next();
  const listening = expect.stringMatching(/^listening at/);
  const first = await runProcess(env);
  expect(first).toEqual({ code: 0, messages: ['the tables were made', listening, 'request answered', 'stopping'] });
  const second = await runProcess(env);
  expect(second).toEqual({ code: 0, messages: [listening, 'request answered', 'stopping'] });
});

test('a port that is taken ends the process, connections or not', async () => {
  shops = await sqliteShops();
  database = await runDatabase(shops.next());
  const { port } = new URL(database.url);
  const { code, messages } = await runProcess({ ...shops.next().env, DATABASE_SERVICE_PORT: port });
  expect([code, messages.at(-1)]).toEqual([1, 'the service could not be started']);
});

test('a PostgreSQL server that goes away is 503 on every route, and not ready', async () => {
  shops = await postgresShops();
  database = await runDatabase(shops.next());
  for (const path of ['query', 'user/1', 'product/1']) {
    expect((await database.get(`/db/${path}`)).status).toBe(200);
  }
  await shops.stop();
  for (const path of ['query', 'user/1', 'product/1']) {
    const { status, headers, body } = await database.get(`/db/${path}`);
    expect([status, headers.get('retry-after'), body.code, body.detail]).toEqual([
      503,
      '1',
      'SERVICE_UNAVAILABLE',
      'the database cannot be reached',
    ]);
  }
  expect(await database.get('/health')).toMatchObject({ status: 503, body: { checks: { database: {} } } });
  expect(await database.metrics()).toMatchObject({
    'database_queries_total{operation="select",table="orders",status="error"}': 1,
    'database_queries_total{operation="select",table="users",status="error"}': 1,
    'database_queries_total{operation="select",table="products",status="error"}': 1,
    database_connection_pool_active: 0,
  });
});
