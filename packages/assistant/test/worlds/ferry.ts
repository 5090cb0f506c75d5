import type { Catalog, CatalogField } from '@clearspan/contracts';
import { numberField, textField } from './shop.ts';

/** A field of sentences: with few examples, and the templates that they follow. */
const sentences = (name: string, templates: readonly string[]): CatalogField =>
  textField('d', [name], templates.filter((text) => !text.includes('<*>')).slice(0, 2), {
    presence: 0.5,
    distinct: 2000,
    patterns: templates.map((pattern) => ({ pattern, share: 0.1 })),
    tokens: [...new Set(templates.flatMap((text) => text.replaceAll('<*>', '').split(/[ :,-]+/)))]
      .filter((token) => token !== '')
      .map((token) => ({ token, count: 100 })),
  });

const IN_MESSAGE = [
  'payment of booking bk-<*> captured',
  'refund of <*> euros paid out',
  'seat assigned twice',
  'granted <*> vouchers',
  'captain complaint reported: <*>',
  'no answer of provider within <*> s',
  'ramp of ferry f-<*> closed after <*> minutes',
  'session expired',
];
const IN_MSG = [
  'booking bk-<*> placed',
  'wrong passcode, attempt <*>',
  'cabin released',
  'cabin assigned',
  'no berth free on deck',
  'pass scanned by steward',
  'no answer of ledger within <*> s',
  'booking ticket <*> expired after <*> s',
  'passenger ps-<*> timed out',
];

/** A ferry company whose services write their logs in two makes: each has names of its own for the same things. */
export const ferry: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: 6000,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], ['booking', 'boarding', 'payments', 'pricing']),
      sentences('message', IN_MESSAGE),
      sentences('msg', IN_MSG),
      sentences('error', [
        'dial tcp <*>: connection refused',
        'certificate of <*> has expired',
        'broken pipe on deck radio',
      ]),
      textField('d', ['event'], ['depart', 'arrive']),
      textField('d', ['passengerId'], ['ps-40017', 'ps-40018'], { patterns: [{ pattern: 'ps-<*>', share: 1 }] }),
      textField('d', ['passenger_id'], ['ps-40017', 'ps-40020'], { patterns: [{ pattern: 'ps-<*>', share: 1 }] }),
      textField('d', ['booking_id'], ['bk-79837'], { patterns: [{ pattern: 'bk-<*>', share: 1 }] }),
      textField('d', ['error.type'], ['CardDeclined', 'SeatTaken', 'LedgerUnavailable']),
      textField('d', ['deck'], ['upper', 'lower', 'car']),
      numberField('d', ['duration_ms'], { min: 1, p50: 200, p95: 900, max: 5000 }, { unit: 'ms' }),
    ],
  },
  spans: {
    records: 6000,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      numberField('m', ['duration'], { min: 1, p50: 20_000, p95: 90_000, max: 500_000 }, { unit: 'us' }),
      textField('l', ['serviceName'], ['booking', 'boarding', 'payments']),
      textField('l', ['operationName'], ['assign', 'board']),
      textField('d', ['tags', 'passenger.id'], ['ps-40017', 'ps-40018']),
      textField('d', ['tags', 'error.type'], ['CardDeclined', 'SeatTaken']),
    ],
  },
};
