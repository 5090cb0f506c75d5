/**
 * For tests: ClickHouse's HTTP interface in front of the real engine. The engine is the one that the embedded store runs on: every
 * statement, setting, limit, token and error is its own. What stands in front of it is not ClickHouse's: it speaks as much
 * of the documented interface as the client and the store use. With the name of a cluster it takes statements for a
 * cluster as those of one shard without replicas. What only a real server shows is in docs/scale.md.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asOneShard, shardsOf } from './one-shard.ts';
import { openTestEngine, type TestEngine, type TestOutcome } from './test-engine.ts';
import { parseRequest, refuse, type TestRequest } from './test-request.ts';

export interface TestServerOptions {
  readonly path: string;
  readonly user?: string;
  readonly password?: string;
  readonly cluster?: string | null;
}

export interface TestServer {
  readonly url: string;
  /** Every statement that came, with its settings. */
  readonly requests: readonly TestRequest[];
  /** Runs a statement that comes from elsewhere. */
  run(sql: string): Promise<TestOutcome>;
  /** Ends engine and server as a crash would. */
  crash(): Promise<void>;
  /** Starts again at the same address. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const KILL = /^KILL QUERY(?: ON CLUSTER `\w+`)? WHERE query_id = '([^']+)' ASYNC$/;

const answer = (response: ServerResponse, outcome: TestOutcome): void => {
  if (response.destroyed) return;
  if (!outcome.ok) refuse(response, outcome.code, outcome.message);
  else {
    response.writeHead(200, { 'content-type': 'application/json', 'x-clickhouse-format': 'JSONCompact' });
    response.end(outcome.bytes);
  }
};

const listen = async (server: Server, port: number): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

export const startTestServer = async (options: TestServerOptions): Promise<TestServer> => {
  const { path, user = 'default', password = '', cluster = null } = options;
  const requests: TestRequest[] = [];
  const servers = cluster === null ? '' : shardsOf(cluster, [1]);
  let engine: TestEngine = await openTestEngine(path, servers);

  const run = async (given: TestRequest, response: ServerResponse): Promise<void> => {
    requests.push(given);
    const killed = KILL.exec(given.sql)?.[1];
    if (killed !== undefined) {
      const found = engine.cancel(killed);
      const data = found ? [['waiting', killed]] : [];
      const statistics = { elapsed: 0, rows_read: 0, bytes_read: 0 };
      answer(response, { ok: true, bytes: Buffer.from(JSON.stringify({ meta: [], data, statistics })) });
      return;
    }
    response.once('close', () => {
      const cancels = given.settings.get('cancel_http_readonly_queries_on_client_close') === '1';
      if (!response.writableFinished && cancels) engine.cancel(given.queryId);
    });
    const sql = cluster === null ? given.sql : asOneShard(given.sql, cluster);
    answer(response, await engine.run({ ...given, sql }));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === '/ping') {
      response.end('Ok.\n');
      return;
    }
    const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    if (request.headers.authorization !== expected) {
      request.resume();
      refuse(
        response,
        516,
        `${user}: Authentication failed: password is incorrect, or there is no user with such name`,
      );
      return;
    }
    await run(await parseRequest(request), response);
  };

  const createHttp = (): Server =>
    createServer((request, response) => {
      handle(request, response).catch(() => response.destroy());
    });
  let http = createHttp();
  const port = await listen(http, 0);
  const crash = async (): Promise<void> => {
    await close(http);
    await engine.kill();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    run: (sql) => engine.run({ sql, rows: null, table: null, queryId: '', settings: new Map() }),
    crash,
    restart: async () => {
      engine = await openTestEngine(path, servers);
      http = createHttp();
      await listen(http, port);
    },
    close: crash,
  };
};
