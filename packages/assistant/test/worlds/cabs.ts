import type { Catalog } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 9000;
const of = fieldsOf(RECORDS);

const SERVICES = ['ride-desk', 'fare-desk', 'cashouts', 'phone-desk', 'map-tiles'];
const EUROS = { min: 4, p50: 25, p95: 120, max: 400 };
const SECONDS = { min: 1, p50: 60, p95: 600, max: 1900 };
const MESSAGES = [
  'ride started',
  'ride dropped',
  'engine started',
  'signal dropped',
  'fare charged',
  'fare refused',
  'tip refused',
  'cashout sent',
  'cashout planned',
  'bad gateway seen',
  'tile drawn',
];

/** A cab company: money that is called after its thing, a phone desk with times of its own, and things that drivers cash out. */
export const cabs: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], SERVICES),
      textField('d', ['text'], MESSAGES),
      textField('d', ['trace_id'], [], { distinct: 4000, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      textField('d', ['town'], ['ulm', 'bonn', 'trier']),
      textField('d', ['driver_id'], ['dr-1', 'dr-2', 'dr-3'], { distinct: 300 }),
      numberField('d', ['took_ms'], { min: 1, p50: 80, p95: 400, max: 9000 }, { unit: 'ms' }),
      of({ 'ride-desk': 3000 }, textField('d', ['http', 'method'], ['GET', 'POST', 'DELETE'])),
      of({ 'ride-desk': 3000 }, numberField('d', ['http', 'status'], { min: 200, p50: 200, p95: 500, max: 503 })),
      of({ 'ride-desk': 3000 }, textField('d', ['http', 'route'], ['/rides', '/fares', '/rides/:id'])),
      of({ 'ride-desk': 3000 }, textField('d', ['ride', 'id'], ['r-1', 'r-2'], { distinct: 2000 })),
      of({ 'ride-desk': 3000 }, numberField('d', ['ride', 'amount'], EUROS)),
      of({ 'ride-desk': 3000 }, textField('d', ['ride', 'kind'], ['city', 'airport'])),
      of({ 'fare-desk': 1500 }, numberField('d', ['fare', 'amount'], EUROS)),
      of({ 'fare-desk': 1500 }, textField('d', ['fare', 'method'], ['cash', 'card', 'voucher'])),
      of({ cashouts: 900 }, numberField('d', ['cashout', 'amount'], EUROS)),
      of({ 'phone-desk': 900 }, textField('d', ['phone', 'line'], ['drivers', 'lost'])),
      of({ 'phone-desk': 900 }, numberField('d', ['phone', 'waitSeconds'], SECONDS, { unit: 's' })),
      of({ 'phone-desk': 600 }, numberField('d', ['phone', 'talkSeconds'], SECONDS, { unit: 's' })),
      of({ 'phone-desk': 600 }, textField('d', ['phone', 'clerk'], ['kim', 'lou', 'max'])),
      textField('d', ['fault_code'], ['NO_SIGNAL', 'CARD_OLD'], { presence: 0.1 }),
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
      textField('d', ['operationName'], ['GET', 'POST', 'GET /rides']),
      textField('d', ['traceID'], [], { distinct: 4000, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      textField('d', ['spanID'], [], { distinct: 9000, examples: ['00f067aa0ba902b7'] }),
      textField('d', ['parentId'], [], { distinct: 5000, examples: ['00f067aa0ba902b6'], presence: 0.6 }),
      textField('d', ['tags', 'http.route'], ['/rides', '/fares'], { presence: 0.6 }),
      textField('d', ['tags', 'error'], ['true'], { presence: 0.05 }),
    ],
  },
};
