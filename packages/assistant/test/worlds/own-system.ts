import type { Catalog } from '@clearspan/contracts';
import { numberField, textField } from './shop.ts';

const SERVICES = [
  'api-gateway',
  'query-service',
  'validation-service',
  'queue-service',
  'queue-worker',
  'storage-service',
  'telemetry-store',
] as const;

/** A system whose logs and spans came by OTLP: bodies and attributes below `logRecord` and `resource`. */
export const ownSystem: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: 9_000,
    oldest: '2026-11-20T12:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      {
        root: 'm',
        path: ['timestamp'],
        types: [{ type: 'timestamp', share: 1 }],
        presence: 1,
        distinct: 9_000,
        values: [],
        examples: [],
      },
      {
        root: 'm',
        path: ['severity'],
        types: [{ type: 'enum', share: 1 }],
        presence: 1,
        distinct: 3,
        values: [],
        examples: [],
      },
      textField('l', ['applicationname'], ['clearspan']),
      textField('l', ['subsystemname'], SERVICES),
      textField(
        'd',
        ['logRecord', 'body'],
        [
          'request completed',
          'task failed after 3 attempts',
          'upstream timeout',
          'query rejected: unknown field',
          'listening on port',
        ],
      ),
      numberField(
        'd',
        ['logRecord', 'attributes', 'http.response.status_code'],
        { min: 200, p50: 200, p95: 422, max: 503 },
        { presence: 0.5 },
      ),
      textField('d', ['logRecord', 'attributes', 'http.route'], ['/api/generate-query', '/api/feedback', '/health'], {
        presence: 0.5,
      }),
      textField('d', ['logRecord', 'attributes', 'error.code'], ['UPSTREAM_ERROR', 'INVALID_QUERY'], { presence: 0.1 }),
      textField('d', ['logRecord', 'traceId'], [], { distinct: 800, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      textField('d', ['resource', 'attributes', 'service.name'], SERVICES),
      textField('d', ['resource', 'attributes', 'host.name'], ['laptop']),
    ],
  },
  spans: {
    records: 30_000,
    oldest: '2026-11-20T12:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      numberField('m', ['duration'], { min: 10, p50: 4000, p95: 300_000, max: 9_000_000 }, { unit: 'us' }),
      textField('l', ['serviceName'], SERVICES),
      textField(
        'l',
        ['operationName'],
        ['POST /api/generate-query', 'query_service.link_schema', 'telemetry_store.execute_dataprime'],
      ),
      textField('d', ['tags', 'nlq.intent'], ['count', 'list', 'series'], { presence: 0.1 }),
      textField('d', ['tags', 'http.route'], ['/api/generate-query', '/api/feedback'], { presence: 0.3 }),
      textField('d', ['tags', 'http.response.status_code'], ['200', '422', '503'], { presence: 0.3 }),
      textField('d', ['tags', 'db.system.name'], ['clickhouse', 'sqlite'], { presence: 0.2 }),
      textField('d', ['tags', 'error'], ['true'], { presence: 0.05 }),
    ],
  },
};

/** Nothing has arrived yet. */
export const emptyWorld: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: { records: 0, oldest: null, newest: null, fields: [] },
  spans: { records: 0, oldest: null, newest: null, fields: [] },
};
