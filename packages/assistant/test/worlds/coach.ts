import type { Catalog } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 9000;
const of = fieldsOf(RECORDS);

const SERVICES = ['tour-desk', 'cash-desk', 'van-dispatch', 'depot-gate', 'belt-watch', 'coach-plan'];
const MINUTES = { min: 1, p50: 12, p95: 60, max: 140 };
const EUROS = { min: 4, p50: 25, p95: 120, max: 400 };
const HEADS = ['1', '2', '3', '4', '5', '6'];
const MESSAGES = [
  'tour booked',
  'tour cancelled',
  'guest checked in',
  'payment accepted',
  'payment refused',
  'refund issued',
  'invoice issued',
  'invoice paid',
  'parcel loaded',
  'parcel delivered',
  'parcel waved in',
  'parcel waved out',
  'van left',
  'van returned',
  'belt stopped, jam',
  'belt stopped, overload',
];
const route = (values: readonly string[]) =>
  of({ 'tour-desk': 2500, 'cash-desk': 1500 }, textField('d', ['http', 'route'], values));

/** A company of coach tours that carries parcels too: routes of the business beside paths of requests, minutes and kilos by name. */
export const coach: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], SERVICES),
      textField('d', ['message'], MESSAGES),
      textField('d', ['trace_id'], [], { distinct: 4000, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      route(['/tours', '/tours/:id', '/refunds', '/checkin', '/payments']),
      of({ 'tour-desk': 2500, 'cash-desk': 1500 }, textField('d', ['http', 'method'], ['GET', 'POST'])),
      of(
        { 'tour-desk': 2500, 'cash-desk': 1500 },
        numberField('d', ['http', 'status'], { min: 200, p50: 200, p95: 500, max: 503 }),
      ),
      numberField('d', ['took_ms'], { min: 1, p50: 80, p95: 400, max: 9000 }, { unit: 'ms' }),
      of(
        { 'tour-desk': 2500, 'cash-desk': 1500 },
        textField('d', ['tour', 'route'], ['north-loop', 'old-town', 'coast-road']),
      ),
      of({ 'belt-watch': 900 }, numberField('d', ['downtime', 'min'], MINUTES, { unit: 'min' })),
      of({ 'tour-desk': 2500 }, textField('d', ['tour', 'ref'], ['T100', 'T101'], { distinct: 800 })),
      of(
        { 'tour-desk': 2500 },
        numberField(
          'd',
          ['tour', 'guests'],
          { min: 1, p50: 2, p95: 5, max: 6 },
          {
            distinct: HEADS.length,
            values: HEADS.map((value, at) => ({ value, count: 500 - at })),
          },
        ),
      ),
      of(
        { 'tour-desk': 2500, 'cash-desk': 1500 },
        textField('d', ['client_id'], ['k-1', 'k-2', 'k-3'], { distinct: 300 }),
      ),
      of({ 'tour-desk': 2500 }, textField('d', ['channel'], ['web', 'app', 'kiosk'])),
      of({ 'cash-desk': 1500 }, numberField('d', ['amount_eur'], EUROS)),
      of({ 'cash-desk': 700 }, textField('d', ['invoice_no'], ['i-1', 'i-2'], { distinct: 600 })),
      of({ 'cash-desk': 700 }, textField('d', ['fee'], ['parking', 'luggage'])),
      of({ 'van-dispatch': 2000, 'depot-gate': 1500 }, textField('d', ['depot'], ['east', 'west', 'hill'])),
      of({ 'van-dispatch': 2000 }, textField('d', ['van_id'], ['V1', 'V2', 'V3'])),
      of(
        { 'van-dispatch': 2000, 'depot-gate': 1500 },
        textField('d', ['parcel', 'id'], ['p-1', 'p-2'], { distinct: 2000 }),
      ),
      of(
        { 'van-dispatch': 2000, 'depot-gate': 1500 },
        numberField('d', ['parcel', 'weight_kg'], { min: 1, p50: 6, p95: 25, max: 40 }),
      ),
      of({ 'depot-gate': 900 }, numberField('d', ['queue_min'], MINUTES)),
      of({ 'depot-gate': 500 }, numberField('d', ['unloading_min'], MINUTES)),
      of({ 'belt-watch': 900 }, textField('d', ['belt_id'], ['B1', 'B2'])),
      of({ 'belt-watch': 900 }, numberField('d', ['heat_c'], { min: 10, p50: 30, p95: 60, max: 90 })),
      of({ 'belt-watch': 900 }, numberField('d', ['rated_heat_c'], { min: 40, p50: 40, p95: 60, max: 60 })),
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
      textField('d', ['operationName'], ['GET', 'POST', 'GET /tours']),
      textField('d', ['traceID'], [], { distinct: 4000, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      textField('d', ['tags', 'http.route'], ['/tours', '/refunds', '/checkin', '/payments'], { presence: 0.6 }),
      textField('d', ['tags', 'error'], ['true'], { presence: 0.05 }),
    ],
  },
};
