import type { Catalog, CatalogField } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 6000;
const of = fieldsOf(RECORDS);

const SERVICES = ['lending', 'search', 'reading-room', 'scan-worker', 'fee-check'];
const hex = (length: number, name: readonly string[]): CatalogField =>
  textField('d', name, [], {
    examples: ['7fec71f708677e8a', '262d98c8225d22bc'].map((text) => text.repeat(length / 16)),
    patterns: [{ pattern: `hex${length}`, share: 1 }],
    distinct: 5000,
  });
const tags = (name: string, values: readonly string[], presence = 1): CatalogField =>
  textField('d', ['tags', name], values, { presence });

/** An archive: a service that searches, a place to log in, and logs and spans that have their traces in common. */
export const archive: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], SERVICES),
      textField(
        'd',
        ['message'],
        [
          'search done',
          'loan granted',
          'loan returned',
          'loan refused',
          'scan failed',
          'scan delivered',
          'volume delayed',
        ],
        { distinct: 300 },
      ),
      hex(32, ['trace_id']),
      of({ 'reading-room': 2000 }, textField('d', ['path'], ['/login', '/lending', '/shelves'])),
      of({ 'reading-room': 2000 }, numberField('d', ['status'], { min: 200, p50: 200, p95: 404, max: 503 })),
      textField('d', ['reader_id'], ['r-101', 'r-102'], { distinct: 700 }),
      of({ 'scan-worker': 900 }, textField('d', ['press_id'], ['p-31', 'p-32'], { distinct: 40 })),
      of({ 'scan-worker': 300 }, textField('d', ['error_type'], ['PaperJam', 'LampBroken'])),
      of({ lending: 1500, 'fee-check': 600 }, textField('d', ['loan_id'], ['LN-501', 'LN-502'], { distinct: 1200 })),
      of({ lending: 1500 }, numberField('d', ['fee_eur'], { min: 1, p50: 4, p95: 30, max: 90 })),
      of({ 'fee-check': 600 }, textField('d', ['cause'], ['unpaid', 'banned'])),
      of({ 'scan-worker': 900 }, textField('d', ['binding_method'], ['glue', 'thread'])),
      of({ 'scan-worker': 900 }, textField('d', ['binder'], ['leather', 'linen'])),
      of({ search: 1500 }, numberField('d', ['hit_count'], { min: 0, p50: 12, p95: 200, max: 900 })),
      of({ search: 1500 }, textField('d', ['phrase'], ['maps', 'letters'], { distinct: 400 })),
    ],
  },
  spans: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      numberField('m', ['duration'], { min: 1, p50: 20_000, p95: 90_000, max: 500_000 }, { unit: 'us' }),
      textField('l', ['serviceName'], SERVICES),
      textField('l', ['operationName'], ['GET /', 'GET /lending', 'SELECT volumes']),
      hex(32, ['traceID']),
      hex(16, ['spanID']),
      hex(16, ['parentId']),
      numberField(
        'd',
        ['startTime'],
        { min: 1.79e15, p50: 1.795e15, p95: 1.795e15, max: 1.796e15 },
        { examples: ['1795184156041000'] },
      ),
      tags('db.system.name', ['postgresql'], 0.2),
      tags('error', ['true'], 0.1),
    ],
  },
};
