import type { Catalog, CatalogField } from '@clearspan/contracts';
import { numberField, textField } from './shop.ts';

const RECORDS = 6000;
const TEMPLATES = ['ship moored', 'unloaded <*> crates', 'berth <*> is taken', 'pilot did not answer'];
const tags = (name: string, values: readonly string[]): CatalogField => textField('d', ['tags', name], values);

/** A harbour: errors that only their codes name, messages with numbers in them, queues, and calls to hosts of others. */
export const harbour: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], ['moorings', 'cranes', 'pilots']),
      textField('d', ['message'], ['ship moored'], {
        distinct: 2000,
        patterns: TEMPLATES.map((pattern) => ({ pattern, share: 0.25 })),
        tokens: [...new Set(TEMPLATES.flatMap((text) => text.replaceAll('<*>', '').split(/ +/)))]
          .filter((token) => token !== '')
          .map((token) => ({ token, count: 100 })),
      }),
      textField('d', ['trace'], [], { distinct: 900, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'], presence: 0.9 }),
      textField('d', ['captain'], ['C-10', 'C-11'], { presence: 0.5 }),
      textField('d', ['said_by'], ['captain', 'pilot'], { presence: 0.5 }),
      textField('d', ['crane'], ['k-1', 'k-2'], { presence: 0.5 }),
      textField('d', ['mishap'], ['pilot_timeout', 'radio_timeout', 'rope_torn'], { presence: 0.1 }),
      numberField('d', ['duration_ms'], { min: 1, p50: 40, p95: 300, max: 900 }, { unit: 'ms' }),
    ],
  },
  spans: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      numberField('m', ['duration'], { min: 1, p50: 20_000, p95: 90_000, max: 500_000 }, { unit: 'us' }),
      textField('m', ['kind'], ['SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['serviceName'], ['moorings', 'cranes', 'pilots']),
      textField('l', ['operationName'], ['GET /berths', 'INSERT crates']),
      textField('d', ['process', 'tags', 'host.name'], ['node-1', 'node-2']),
      tags('server.address', ['api.tides.example', 'api.customs.example']),
      tags('messaging.destination.name', ['ships.moored', 'cargo.landed']),
      tags('messaging.operation.type', ['send', 'process']),
      textField('d', ['tags', 'messaging.message.body.size'], [], {
        numbers: { min: 5, p50: 60, p95: 400, max: 4000 },
        unit: 'By',
        examples: ['120', '300'],
      }),
      tags('db.collection.name', ['berths', 'crates']),
      tags('db.operation.name', ['SELECT', 'INSERT', 'UPDATE']),
      tags('error', ['true']),
    ],
  },
};
