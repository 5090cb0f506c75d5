import type { Catalog, CatalogField } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 6000;
const of = fieldsOf(RECORDS);

const AMOUNTS = { min: 5, p50: 60, p95: 400, max: 4000 };
const tags = (name: string, values: readonly string[]): CatalogField => textField('d', ['tags', name], values);

/** A vineyard: services that are called as the things they handle, and spans as OpenTelemetry names them. */
export const vineyard: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], ['tastings', 'barrel-check', 'mailing', 'pages', 'api']),
      textField('d', ['message'], ['tasting booked', 'page shown', 'barrel blocked by cellar'], { distinct: 2000 }),
      of({ tastings: 2000 }, textField('d', ['tasting_id'], ['ta-1', 'ta-2'], { distinct: 1800 })),
      of({ tastings: 2000 }, textField('d', ['tasting_kind'], ['private', 'group'])),
      of({ tastings: 2000 }, textField('d', ['card_scheme'], ['visa', 'amex'])),
      of({ tastings: 2000 }, numberField('d', ['amount'], AMOUNTS)),
      of({ tastings: 2000 }, textField('d', ['outcome'], ['refused', 'held'])),
      of(
        { tastings: 2000 },
        numberField(
          'd',
          ['guests'],
          { min: 1, p50: 2, p95: 6, max: 8 },
          {
            distinct: 8,
            values: [
              { value: '2', count: 900 },
              { value: '4', count: 500 },
            ],
          },
        ),
      ),
      of({ 'barrel-check': 1000 }, textField('d', ['verdict'], ['block', 'allow'])),
      of({ 'barrel-check': 1000 }, textField('d', ['check_state'], ['failed', 'passed'])),
      textField('d', ['happening'], ['order.placed', 'order.cancelled', 'order.refunded', 'ad.shown', 'ad.clicked']),
      of({ 'barrel-check': 1000 }, numberField('d', ['kwh'], { min: 1, p50: 20, p95: 60, max: 90 })),
      of({ 'barrel-check': 1000 }, textField('d', ['barrel'], ['b-1', 'b-2'], { distinct: 900 })),
      of({ 'barrel-check': 1000 }, numberField('d', ['load_kw'], { min: 1, p50: 20, p95: 60, max: 90 })),
      of({ tastings: 300 }, textField('d', ['refuse_reason'], ['full', 'late'])),
      of({ mailing: 300 }, textField('d', ['return_reason'], ['moved', 'unknown'])),
      of({ tastings: 300 }, textField('d', ['country'], ['IN', 'DE'])),
      of({ mailing: 300 }, numberField('d', ['letterSize'], { min: 1, p50: 20_000, p95: 60_000, max: 90_000 })),
      of({ mailing: 1000 }, textField('d', ['lang'], ['de', 'fr'])),
      of({ mailing: 1000 }, textField('d', ['paper'], ['a4', 'a5'])),
      of({ pages: 400 }, textField('d', ['err'], ['page_gone', 'page_slow', 'page_empty'])),
      of({ mailing: 1000 }, textField('d', ['template'], ['tasting_payment', 'newsletter'])),
      of({ pages: 1500 }, textField('d', ['cache_hit'], [], { types: [{ type: 'bool', share: 1 }] })),
      textField('d', ['client.address'], ['192.0.2.7', '192.0.2.8']),
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
      textField('l', ['serviceName'], ['tastings', 'barrel-check', 'mailing', 'pages', 'api']),
      textField('l', ['operationName'], ['GET /tastings', 'SELECT wines']),
      tags('messaging.destination.name', ['tastings.booked', 'letters']),
      tags('messaging.operation.type', ['send', 'process']),
      textField('d', ['tags', 'messaging.message.body.size'], [], {
        numbers: AMOUNTS,
        unit: 'By',
        examples: ['120', '300'],
      }),
      tags('db.collection.name', ['wines', 'visitors']),
      tags('db.operation.name', ['SELECT', 'INSERT']),
      tags('error', ['true']),
    ],
  },
};
