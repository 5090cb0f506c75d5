import type { Catalog, CatalogField } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 8000;
const of = fieldsOf(RECORDS);

const SERVICES = ['side-door', 'booking-desk', 'cash-desk', 'film-store', 'badge-press', 'timing'];
const SIZES = { min: 10, p50: 900, p95: 9000, max: 90_000 };
const MINUTES = { min: 1, p50: 40, p95: 110, max: 180 };
const AMOUNTS = { min: 5, p50: 20, p95: 90, max: 300 };
const flag = (path: readonly string[]): CatalogField =>
  textField('d', path, ['true', 'false'], { types: [{ type: 'bool', share: 1 }] });
const tags = (name: string, values: readonly string[], presence = 1): CatalogField =>
  textField('d', ['tags', name], values, { presence });

/** A swimming pool: nested names, a time and a size that things have of their own, and codes of events. */
export const pool: Catalog = {
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
        ['text'],
        [
          'visit started',
          'pump stalled',
          'clip stored',
          'badge printed',
          'locker jammed',
          'ticket cancelled',
          'report card given',
          'swimmer enrolled',
        ],
        {
          distinct: 300,
        },
      ),
      textField(
        'd',
        ['event'],
        [
          'visit.started',
          'visit.ended',
          'charge.refunded',
          'charge.captured',
          'badge.printed',
          'badge.failed',
          'entry.failed',
          'entry.granted',
          'voucher.sold',
          'login.failed',
          'login.succeeded',
          'locker.jammed',
        ],
      ),
      textField('d', ['swimmer', 'id'], ['sw-101', 'sw-102'], { distinct: 900 }),
      textField('d', ['club', 'slug'], ['dolphins', 'otters']),
      textField('d', ['lane', 'slug'], ['lane-a', 'lane-b']),
      of({ timing: 1200 }, textField('d', ['visit', 'id'], ['vs-1', 'vs-2'], { distinct: 800 })),
      of({ timing: 1200 }, numberField('d', ['visit', 'stay_minutes'], MINUTES, { unit: 'min' })),
      of({ 'booking-desk': 900 }, numberField('d', ['report', 'wait_minutes'], MINUTES, { unit: 'min' })),
      of({ 'film-store': 900 }, textField('d', ['clip', 'id'], ['cl-1', 'cl-2'], { distinct: 700 })),
      of({ 'film-store': 900 }, numberField('d', ['clip', 'size_kb'], SIZES, { unit: 'kBy' })),
      of({ 'film-store': 900 }, flag(['clip', 'late'])),
      of({ 'film-store': 500 }, numberField('d', ['film', 'size_mb'], SIZES, { unit: 'MBy' })),
      of({ timing: 800 }, flag(['test', 'passed'])),
      of({ timing: 800 }, numberField('d', ['test', 'tries'], { min: 1, p50: 2, p95: 4, max: 9 })),
      of({ timing: 800 }, numberField('d', ['test', 'mark'], { min: 1, p50: 60, p95: 95, max: 100 })),
      of({ 'cash-desk': 900 }, numberField('d', ['charge', 'amount'], AMOUNTS)),
      of({ 'cash-desk': 200 }, textField('d', ['charge', 'refuse_reason'], ['no_money', 'card_old'])),
      of({ 'booking-desk': 2000 }, numberField('d', ['voucher', 'amount'], AMOUNTS)),
      of({ 'booking-desk': 900 }, textField('d', ['voucher', 'coupon'], ['SPLASH', 'WAVE'])),
      of({ timing: 400 }, textField('d', ['alarm', 'cause'], ['second_swimmer', 'ball_seen'])),
      of({ 'film-store': 400 }, textField('d', ['toy'], ['ball', 'ring'])),
      of(
        { 'side-door': 2000 },
        numberField('d', ['request', 'status_code'], { min: 200, p50: 200, p95: 500, max: 503 }),
      ),
      of({ 'side-door': 2000 }, textField('d', ['request', 'route'], ['/lanes', '/visits'])),
      of({ 'side-door': 2000 }, numberField('d', ['request', 'took_ms'], SIZES, { unit: 'ms' })),
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
      textField('d', ['traceID'], [], { distinct: 3000, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      tags('db.system.name', ['postgresql'], 0.5),
      tags('db.operation.name', ['SELECT', 'INSERT'], 0.5),
      tags('error', ['true'], 0.05),
    ],
  },
};
