import type { Catalog } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 8000;
const of = fieldsOf(RECORDS);
const TRACES = { examples: ['4bf92f3577b34da6a3ce929d0e0e4736'], presence: 0.9, distinct: 900 };
const SAID = [
  'repair booked',
  'repair cancelled',
  'repair completed',
  'deposit repaid',
  'deposit failed',
  'mechanic signed in',
  'mechanic signed out',
  'review submitted',
  'ticket opened',
  'ticket closed',
  'voucher rejected',
  'voucher accepted',
  'part missing',
];

/** A workshop for bicycles: flags, reasons of several things, minutes beside milliseconds, and who did what. */
export const workshop: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], ['bench', 'cashier', 'helpdesk', 'parcels']),
      textField('d', ['message'], SAID, { distinct: SAID.length }),
      textField('d', ['traceId'], [], TRACES),
      textField('d', ['release'], ['4.1.0', '4.2.0', '4.3.0']),
      textField('d', ['hall'], ['north', 'south', 'riverbank']),
      of({ bench: 3000 }, textField('d', ['mechanicId'], ['mec-11', 'mec-12'])),
      of({ bench: 900 }, textField('d', ['cancelledBy'], ['owner', 'mechanic', 'system'])),
      of({ bench: 900 }, textField('d', ['cancelReason'], ['no_time', 'too_dear', 'hall_closed'])),
      of({ bench: 3000, cashier: 900 }, textField('d', ['ownerId'], ['own-31', 'own-32'], { distinct: 400 })),
      of(
        { bench: 3000, cashier: 900 },
        numberField('d', ['took_ms'], { min: 4, p50: 90, p95: 800, max: 9000 }, { unit: 'ms' }),
      ),
      of(
        { bench: 1200 },
        numberField('d', ['plannedMinutes'], { min: 10, p50: 40, p95: 80, max: 90 }, { unit: 'min' }),
      ),
      of({ bench: 1100 }, numberField('d', ['actualMinutes'], { min: 8, p50: 45, p95: 99, max: 190 }, { unit: 'min' })),
      of({ bench: 400 }, numberField('d', ['stars'], { min: 1, p50: 4, p95: 5, max: 5 })),
      of({ cashier: 900 }, numberField('d', ['depositAmount'], { min: 5, p50: 30, p95: 90, max: 120 })),
      of({ cashier: 300 }, numberField('d', ['amount'], { min: 5, p50: 60, p95: 200, max: 900 })),
      of({ cashier: 500 }, textField('d', ['voucherReason'], ['expired', 'used_up'])),
      of({ cashier: 500 }, textField('d', ['errorCode'], ['TILL_TIMEOUT', 'CARD_LOST'])),
      of(
        { bench: 3000, cashier: 900 },
        numberField(
          'd',
          ['status'],
          { min: 200, p50: 200, p95: 404, max: 503 },
          { values: ['200', '201', '404', '503'].map((value) => ({ value, count: 100 })), distinct: 4 },
        ),
      ),
      of({ helpdesk: 700 }, textField('d', ['topic'], ['deposit', 'late_repair'])),
      of(
        { helpdesk: 700 },
        textField('d', ['solved'], ['true', 'false'], { types: [{ type: 'bool', share: 1 }], distinct: 2 }),
      ),
      of(
        { helpdesk: 700 },
        textField('d', ['resolved'], ['true', 'false'], { types: [{ type: 'bool', share: 1 }], distinct: 2 }),
      ),
      of({ bench: 60 }, textField('d', ['stack'], ['Error: no gear at GearStore.take'])),
    ],
  },
  spans: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      numberField('m', ['duration'], { min: 10, p50: 4000, p95: 300_000, max: 9_000_000 }, { unit: 'us' }),
      textField('l', ['serviceName'], ['bench', 'cashier', 'helpdesk', 'parcels']),
      textField('l', ['operationName'], ['GET /repairs', 'POST /deposits']),
      textField('d', ['traceID'], [], { ...TRACES, presence: 1 }),
      textField('d', ['tags', 'db.collection.name'], ['deposits', 'halls'], { presence: 0.25 }),
      textField('d', ['tags', 'error'], ['true'], { presence: 0.1 }),
    ],
  },
};
