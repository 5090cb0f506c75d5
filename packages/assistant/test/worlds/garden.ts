import type { Catalog } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 9000;
const of = fieldsOf(RECORDS);

const SERVICES = ['plant-finder', 'club', 'parcel-desk', 'film-cutter', 'page-room', 'bell-ringer'];
const TIMES = { min: 1, p50: 80, p95: 400, max: 9000 };
const MESSAGES = [
  'lookup served',
  'membership cancelled',
  'membership promoted',
  'membership joined',
  'fee not taken',
  'parcel handed over',
  'film cut',
  'page corrected',
  'page served',
  'bell rung',
];

/** A garden club: growers who look plants up, pay a fee and get parcels; codes of replies, films in seconds, clerks beside the growers. */
export const garden: Catalog = {
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
      textField('d', ['grower', 'id'], ['gr-101', 'gr-102'], { distinct: 300, presence: 0.7 }),
      textField('d', ['grower', 'tier'], ['basic', 'gold'], { presence: 0.7 }),
      textField('d', ['grower', 'country'], ['AT', 'DE', 'CH'], { presence: 0.7 }),
      textField('d', ['reply', 'path'], ['/search', '/plant/{name}', '/join'], { presence: 0.6 }),
      numberField(
        'd',
        ['reply', 'code'],
        { min: 200, p50: 200, p95: 404, max: 503 },
        {
          values: [200, 404, 503, 504].map((code) => ({ value: `${code}`, count: 900 })),
          presence: 0.6,
        },
      ),
      numberField('d', ['took_ms'], TIMES, { unit: 'ms' }),
      of({ 'plant-finder': 900 }, textField('d', ['find', 'keywords'], ['blue iris', 'weather', 'fern'])),
      of({ 'plant-finder': 900 }, numberField('d', ['find', 'matches'], { min: 0, p50: 3, p95: 40, max: 90 })),
      of({ club: 900 }, textField('d', ['member', 'action'], ['cancelled', 'promoted', 'joined', 'charge_failed'])),
      of({ club: 300 }, textField('d', ['member', 'reason'], ['price', 'moved'])),
      of({ club: 700 }, numberField('d', ['member', 'fee_eur'], { min: 1, p50: 9, p95: 20, max: 30 })),
      of({ club: 700 }, textField('d', ['member', 'method'], ['card', 'transfer'])),
      of({ 'plant-finder': 500 }, numberField('d', ['plant', 'price_eur'], { min: 1, p50: 9, p95: 20, max: 30 })),
      of({ 'parcel-desk': 800 }, textField('d', ['parcel', 'outcome'], ['delivered', 'returned', 'damage'])),
      of({ 'parcel-desk': 800 }, textField('d', ['parcel', 'carrier'], ['north', 'south'])),
      of({ 'page-room': 400 }, textField('d', ['page', 'action'], ['saved', 'corrected', 'removed'])),
      of({ 'page-room': 400 }, textField('d', ['page', 'user'], ['a.berg', 'k.lund'])),
      of({ 'page-room': 400 }, textField('d', ['page', 'story'], ['iris-in-spring', 'fern-care'])),
      of(
        { 'film-cutter': 500 },
        numberField('d', ['film', 'seconds'], { min: 5, p50: 300, p95: 800, max: 900 }, { unit: 's' }),
      ),
      of({ 'film-cutter': 500 }, textField('d', ['film', 'format'], ['wide', 'square'])),
      textField('d', ['fault', 'kind'], ['gate_timeout', 'label_missing'], { presence: 0.05 }),
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
      textField('l', ['operationName'], ['GET', 'splice', 'find']),
      textField('d', ['traceID'], [], { distinct: 4000, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      textField('d', ['tags', 'error'], ['true'], { presence: 0.05 }),
    ],
  },
};
