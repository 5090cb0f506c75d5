import type { Catalog, CatalogField } from '@clearspan/contracts';
import { numberField, textField } from './shop.ts';

const boolField = (path: string): CatalogField =>
  textField('d', [path], ['true', 'false'], { types: [{ type: 'bool', share: 1 }] });

const TEMPLATES = [
  'patient signed in',
  'payment received',
  'invoice <*> issued',
  'slot <*> booked',
  'account locked for <*> minutes',
  'negative acknowledgement for message <*>',
  'wrong password, attempt <*>',
  'ward is full',
];

/** A clinic whose developers have names of their own for things, and messages with numbers in them. */
export const clinic: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: 6000,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['applicationname'], ['clinical', 'administration']),
      textField('l', ['subsystemname'], ['lab-results', 'billing', 'notifications', 'hl7-gateway']),
      textField('d', ['message'], ['patient signed in', 'payment received'], {
        distinct: 2000,
        patterns: TEMPLATES.map((pattern) => ({ pattern, share: 0.1 })),
        tokens: [...new Set(TEMPLATES.flatMap((text) => text.replaceAll('<*>', '').split(/ +/)))]
          .filter((token) => token !== '')
          .map((token) => ({ token, count: 100 })),
      }),
      textField('d', ['patientId'], ['P-10200', 'P-10217']),
      textField('d', ['job_name'], ['nightly-claims', 'archive-studies']),
      textField('d', ['messageType'], ['ORU^R01', 'ADT^A01']),
      textField('d', ['tenant'], ['st-anna', 'lakeside']),
      textField('d', ['channel'], ['sms', 'mail']),
      textField('d', ['ward'], ['4B', 'ICU']),
      textField('d', ['exception.type'], ['TimeoutException', 'ParseException']),
      textField('d', ['client.address'], ['10.4.1.3', '10.4.2.2'], { patterns: [{ pattern: 'ipv4', share: 1 }] }),
      textField('d', ['scanType'], ['inbound', 'outbound']),
      boolField('emergency'),
      numberField('d', ['amount_eur'], { min: 1, p50: 90, p95: 800, max: 2000 }),
      numberField('d', ['retries'], { min: 0, p50: 0, p95: 3, max: 5 }),
      numberField('d', ['elapsed_ms'], { min: 1, p50: 200, p95: 900, max: 5000 }, { unit: 'ms' }),
    ],
  },
  spans: {
    records: 6000,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      numberField('m', ['duration'], { min: 1, p50: 20_000, p95: 90_000, max: 500_000 }, { unit: 'us' }),
      textField('l', ['serviceName'], ['lab-results', 'billing', 'notifications']),
      textField('l', ['operationName'], ['validate', 'transform']),
      textField('d', ['tags', 'db.collection.name'], ['patients', 'orders']),
    ],
  },
};
