import type { Catalog } from '@clearspan/contracts';
import { numberField, textField } from './shop.ts';

/** A radio with listeners in several countries: codes of countries and languages, and devices of several words. */
export const radio: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: 6000,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], ['tuner', 'billing', 'recorder']),
      textField('d', ['message'], ['station changed', 'card declined', 'recording started'], { distinct: 2000 }),
      textField('d', ['state'], ['recording.failed', 'recording.finished', 'plan.changed']),
      textField('d', ['recordingId'], ['rec-2101', 'rec-2102'], { distinct: 900, presence: 0.4 }),
      textField('d', ['user'], ['w-4001', 'w-4002'], { distinct: 700, presence: 0.7 }),
      textField('d', ['country'], ['DE', 'PL', 'ES', 'US', 'GB', 'CZ']),
      textField('d', ['language'], ['de', 'pl', 'en']),
      textField('d', ['device', 'type'], ['smart-tv', 'set-top-box', 'ios-phone', 'tablet']),
      textField('d', ['region'], ['eu-central-1', 'us-east-1']),
      numberField('d', ['attempt'], { min: 1, p50: 1, p95: 3, max: 5 }),
      numberField('d', ['amountEur'], { min: 1, p50: 6, p95: 16, max: 60 }, { presence: 0.2 }),
      numberField('d', ['duration_ms'], { min: 1, p50: 40, p95: 300, max: 900 }, { unit: 'ms' }),
    ],
  },
  spans: {
    records: 6000,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      numberField('m', ['duration'], { min: 10, p50: 4000, p95: 300_000, max: 9_000_000 }, { unit: 'us' }),
      textField('l', ['serviceName'], ['tuner', 'billing', 'recorder']),
      textField('l', ['operationName'], ['GET /stations', 'SELECT accounts']),
      textField('d', ['tags', 'db.system.name'], ['postgresql'], { presence: 0.3 }),
      textField('d', ['tags', 'db.operation.name'], ['SELECT', 'INSERT'], { presence: 0.3 }),
      textField('d', ['tags', 'db.collection.name'], ['accounts', 'plays'], { presence: 0.25 }),
    ],
  },
};
