import type { Catalog } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

export { NOW_NANOS } from './shop.ts';

const RECORDS = 8000;
const of = fieldsOf(RECORDS);
const SERVICES = ['oven-line', 'deliveries', 'supplier-bills', 'swap', 'staff-door', 'mailer'];
const SAID = [
  'batch run finished',
  'batch run cancelled',
  'delivery accepted',
  'delivery refused',
  'code refused, 2 tries left',
  'supplier bill created',
  'supplier bill paid',
  'swap requested',
  'swap granted',
  'check-in recorded',
  'check-out recorded',
  'label printed',
  'label downloaded',
  'mail sent',
  'mail bounced',
  'till login failed',
  'net weight differs',
  'oven door locked',
];

/** Bakeries: whose amount it is, codes beside a status, what people asked for, and things that tell how many they are about. */
export const bakery: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], SERVICES),
      textField('d', ['message'], SAID, { distinct: SAID.length }),
      textField('d', ['traceId'], [], { examples: ['4bf92f3577b34da6a3ce929d0e0e4736'], presence: 0.9, distinct: 900 }),
      textField('d', ['release'], ['4.1.0', '4.2.0', '4.3.0']),
      textField('d', ['shopId'], ['sh-11', 'sh-12', 'sh-13'], { distinct: 9 }),
      textField('d', ['country'], ['GB', 'DE', 'NL']),
      textField('d', ['path'], ['/labels', '/bills', '/reports/:id/download'], { presence: 0.8 }),
      textField('d', ['method'], ['GET', 'POST'], { presence: 0.8 }),
      numberField('d', ['took_ms'], { min: 4, p50: 90, p95: 800, max: 9000 }, { unit: 'ms', presence: 0.9 }),
      numberField(
        'd',
        ['status'],
        { min: 200, p50: 200, p95: 404, max: 503 },
        { presence: 0.8, values: ['200', '429', '500'].map((value) => ({ value, count: 100 })), distinct: 3 },
      ),
      of({ 'oven-line': 3000 }, textField('d', ['batchRunId'], ['br-501', 'br-502', 'br-503'], { distinct: 40 })),
      of({ 'oven-line': 3000 }, textField('d', ['program'], ['rye', 'wheat', 'sweet'])),
      of({ 'oven-line': 3000 }, numberField('d', ['loavesCount'], { min: 4, p50: 90, p95: 400, max: 900 })),
      of({ 'oven-line': 3000 }, numberField('d', ['flourEur'], { min: 4, p50: 90, p95: 400, max: 900 })),
      of({ deliveries: 1500, 'oven-line': 900 }, textField('d', ['loafId'], ['lf-1', 'lf-2'], { distinct: 400 })),
      of({ 'supplier-bills': 700 }, textField('d', ['supplierBillId'], ['sb-71', 'sb-72'], { distinct: 300 })),
      of({ 'supplier-bills': 700 }, numberField('d', ['amountEur'], { min: 5, p50: 60, p95: 200, max: 900 })),
      of({ 'staff-door': 900 }, textField('d', ['doorKind'], ['badge', 'phone', 'keypad'])),
      of({ swap: 300 }, textField('d', ['swapKind'], ['early', 'late'])),
      of({ mailer: 400 }, textField('d', ['template'], ['welcome', 'receipt'])),
      of({ mailer: 400 }, numberField('d', ['attempt'], { min: 1, p50: 1, p95: 4, max: 5 }, { distinct: 5 })),
      of({ mailer: 400 }, textField('d', ['changedPart'], ['price', 'address'])),
      of(
        { 'oven-line': 100, mailer: 90, swap: 40 },
        textField('d', ['errorCode'], ['OVEN_COLD', 'NO_FLOUR', 'MAIL_LOST']),
      ),
    ],
  },
  spans: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      numberField('m', ['duration'], { min: 10, p50: 4000, p95: 300_000, max: 9_000_000 }, { unit: 'us' }),
      textField('l', ['serviceName'], SERVICES),
      textField('l', ['operationName'], ['GET /labels', 'POST /bills']),
      textField('d', ['traceID'], [], { examples: ['4bf92f3577b34da6a3ce929d0e0e4736'], distinct: 900 }),
      textField('d', ['spanID'], [], { examples: ['00f067aa0ba902b7'], distinct: 6000 }),
      textField('d', ['parentId'], [], { examples: ['00f067aa0ba902b6'], distinct: 5000 }),
      textField('d', ['tags', 'http.route'], ['/labels', '/bills', '/swaps'], { presence: 0.6 }),
      textField('d', ['tags', 'db.system.name'], ['redis', 'mysql'], { presence: 0.4 }),
      textField('d', ['tags', 'error'], ['true'], { presence: 0.1 }),
    ],
  },
};
