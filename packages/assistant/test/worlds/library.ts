import type { Catalog } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 6000;
const of = fieldsOf(RECORDS);

const READERS = ['r-7001', 'r-7002', 'r-7003'];
const TOWNS = ['Ghent', 'Porto', 'Turku'];
const RESERVED = { min: 1, p50: 20, p95: 80, max: 200 };

/** A public library whose services were written by different people: each has its own names for the same things. */
export const library: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], ['lending', 'catalogue', 'reminders', 'opening-hours']),
      textField('d', ['message'], ['book returned', 'page shown'], { distinct: 2000 }),
      of({ lending: 2000 }, textField('d', ['reader_id'], READERS)),
      of({ catalogue: 1500 }, textField('d', ['readerId'], READERS)),
      of({ reminders: 1000 }, textField('d', ['reader', 'id'], READERS)),
      of({ lending: 2000 }, textField('d', ['town'], TOWNS)),
      of({ reminders: 1000 }, textField('d', ['reader', 'town'], TOWNS)),
      of({ catalogue: 1500 }, textField('d', ['shelf'], ['poetry', 'maps', 'comics'])),
      of({ lending: 2000 }, textField('d', ['genre'], ['poetry', 'crime'])),
      of({ reminders: 1000 }, textField('d', ['channel'], ['mail', 'letter'])),
      of({ lending: 300 }, textField('d', ['error.type'], ['CardExpired', 'ItemMissing'])),
      of({ catalogue: 200 }, textField('d', ['err', 'type'], ['IndexError', 'QueryError'])),
      of({ reminders: 100 }, textField('d', ['error'], ['BadAddress', 'PrinterJam'])),
      of({ lending: 2000 }, numberField('d', ['res', 'statusCode'], { min: 200, p50: 200, p95: 500, max: 503 })),
      of({ catalogue: 1500 }, numberField('d', ['http.status'], { min: 200, p50: 200, p95: 500, max: 503 })),
      of({ lending: 2000 }, numberField('d', ['payload_bytes'], RESERVED, { unit: 'By' })),
      of({ reminders: 1000 }, numberField('d', ['payloadBytes'], RESERVED, { unit: 'By' })),
    ],
  },
  spans: { records: 0, oldest: null, newest: null, fields: [] },
};
