import type { Catalog, CatalogField } from '@clearspan/contracts';
import { numberField, textField } from './shop.ts';

const TEMPLATES = [
  'ticket printed',
  'seat reserved <*> days ahead',
  'row lock waited <*> ms',
  'rush of <*> orders in a minute',
  'refund paid out after <*> days',
  'playbill of <*> pages rendered',
  '<*> vouchers granted',
  'card declined for order o-<*>',
  'no printer free within <*> s',
  'price of <*> seats has changed',
];

const few = (name: string, values: readonly string[], max: number): CatalogField =>
  numberField(
    'd',
    [name],
    { min: 0, p50: 1, p95: max, max },
    {
      distinct: values.length,
      values: values.map((value) => ({ value, count: 100 })),
      presence: 0.5,
    },
  );

/** A theatre: messages that tell numbers, records that tell how often they were tried, and spans of a few services. */
export const theatre: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: 6000,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], ['tickets', 'mailer', 'printing']),
      textField('d', ['message'], ['ticket printed'], {
        distinct: 2000,
        patterns: TEMPLATES.map((pattern) => ({ pattern, share: 0.1 })),
        tokens: [...new Set(TEMPLATES.flatMap((text) => text.replaceAll('<*>', '').split(/ +/)))]
          .filter((token) => token !== '')
          .map((token) => ({ token, count: 100 })),
      }),
      textField('d', ['visitor_id'], ['V-10200', 'V-10217']),
      textField('d', ['order_id'], ['O-1', 'O-2']),
      textField('d', ['medium'], ['push', 'sms', 'letter']),
      textField('d', ['verdict'], ['allow', 'review', 'block']),
      textField('d', ['region'], ['north', 'south']),
      few('retry_count', ['0', '1', '2', '3', '4', '5'], 5),
      few('batch_size', ['100', '250', '500'], 500),
      numberField('d', ['latency_ms'], { min: 1, p50: 200, p95: 900, max: 5000 }, { unit: 'ms' }),
    ],
  },
  spans: {
    records: 6000,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      numberField('m', ['duration'], { min: 1, p50: 20_000, p95: 90_000, max: 500_000 }, { unit: 'us' }),
      textField('l', ['serviceName'], ['tickets', 'mailer', 'printing']),
      textField('l', ['operationName'], ['reserve', 'print']),
      textField('d', ['traceID'], [], { distinct: 900, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      textField('d', ['tags', 'error'], ['true']),
      textField('d', ['tags', 'http.request.method'], ['GET', 'POST']),
    ],
  },
};
