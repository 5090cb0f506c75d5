import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Catalog, CatalogField, QueryResult, StoreQueryRequest } from '@clearspan/contracts';

export const text = (root: 'm' | 'l' | 'd', path: string[], values: Record<string, number>): CatalogField => ({
  root,
  path,
  types: [{ type: 'string', share: 1 }],
  presence: 1,
  distinct: Object.keys(values).length,
  values: Object.entries(values).map(([value, count]) => ({ value, count })),
  examples: [],
});

/** What a small shop logs. */
export const CATALOG: Catalog = {
  as_of: '2026-03-01T12:00:00.000Z',
  logs: {
    records: 100,
    oldest: '2026-03-01T11:00:00.000Z',
    newest: '2026-03-01T12:00:00.000Z',
    fields: [
      text('m', ['severity'], { Info: 80, Error: 20 }),
      text('l', ['subsystemname'], { checkout: 60, cart: 40 }),
      text('d', ['payment_provider'], { adyen: 70, stripe: 30 }),
      {
        root: 'd',
        path: ['basket_total'],
        types: [{ type: 'number', share: 1 }],
        presence: 1,
        distinct: 90,
        values: [],
        examples: ['12.5'],
        numbers: { min: 1, p50: 12, p95: 80, max: 300 },
      },
    ],
  },
  spans: { records: 0, oldest: null, newest: null, fields: [] },
};

export interface CatalogServer {
  readonly url: string;
  /** How often the catalog was asked for. */
  reads(): number;
  /** The catalog from now on. */
  holds(catalog: Catalog): void;
  /** What it was told to run. */
  readonly ran: readonly StoreQueryRequest[];
  close(): Promise<void>;
}

/** What comes of every query. */
const RESULT: QueryResult = {
  columns: [{ name: 'n', path: ['$d', 'n'], type: 'number' }],
  rows: [{ $d: { n: 3 } }],
  row_count: 1,
  truncated: false,
  scanned_rows: 3,
  scanned_bytes: 30,
  execution_time_ms: 1,
  warnings: [],
};

/** Takes the place of the telemetry store on the wire: its catalog, or the failure of that status. */
export const startCatalogServer = async (status: number): Promise<CatalogServer> => {
  let reads = 0;
  let held = CATALOG;
  const ran: StoreQueryRequest[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isQuery = request.url === '/api/query';
    if (request.url === '/api/catalog') reads += 1;
    let text = '';
    for await (const chunk of request) text += String(chunk);
    if (isQuery) ran.push(JSON.parse(text));
    const body = JSON.stringify(isQuery ? RESULT : held);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };
  const server = createServer((request, response) => void serve(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reads: () => reads,
    holds: (catalog) => {
      held = catalog;
    },
    ran,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
