import type { Catalog } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 7000;
const of = fieldsOf(RECORDS);

const AMOUNT = { min: 1, p50: 290, p95: 4900, max: 9000 };

/** A savings bank: amounts in several currencies, and spans of what its databases did. */
export const savings: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-06T14:30:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], { payouts: 1200, screening: 800, vault: 5000 }),
      textField('d', ['message'], ['payout accepted', 'payout reviewed', 'login accepted'], { distinct: 2000 }),
      textField('d', ['branch'], { Vienna: 2100, Graz: 1900, Linz: 1800 }),
      of({ payouts: 1200, vault: 1100 }, textField('d', ['login_method'], { pin: 1100, password: 900 })),
      of({ payouts: 1200, screening: 800 }, textField('d', ['payout_type'], { instant: 700, standard: 400 })),
      of({ payouts: 1200, screening: 800 }, numberField('d', ['amount'], AMOUNT)),
      of({ payouts: 1200, screening: 800 }, textField('d', ['currency'], { EUR: 1400, USD: 300, GBP: 200, CHF: 100 })),
      of({ screening: 800 }, textField('d', ['verdict'], { allow: 620, block: 90 })),
      of({ screening: 800 }, textField('d', ['rule'], { velocity: 260, geo: 150 })),
      of({ payouts: 90, vault: 300 }, textField('d', ['error.type'], { LockLost: 200, QueueFull: 90 })),
      numberField('d', ['latency_ms'], { min: 1, p50: 45, p95: 600, max: 9000 }, { unit: 'ms' }),
      textField('d', ['device_id'], [], { distinct: 900, examples: ['dev-7f31', 'dev-7e02', 'dev-70aa'] }),
    ],
  },
  spans: {
    records: RECORDS,
    oldest: '2026-11-06T14:30:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      numberField('m', ['duration'], { min: 10, p50: 4000, p95: 300_000, max: 9_000_000 }, { unit: 'us' }),
      textField('l', ['serviceName'], ['payouts', 'screening', 'vault']),
      textField('l', ['operationName'], ['POST /payouts', 'SELECT vault.accounts']),
      textField('d', ['tags', 'db.system.name'], ['postgresql'], { presence: 0.3 }),
      textField('d', ['tags', 'db.operation.name'], ['SELECT', 'INSERT', 'UPDATE'], { presence: 0.3 }),
      textField('d', ['tags', 'error'], ['true'], { presence: 0.1 }),
    ],
  },
};
