import type { Catalog } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 8000;
const of = fieldsOf(RECORDS);

const SERVICES = ['scan-desk', 'press-floor', 'front-api'];
const MESSAGES = ['scan stored', 'proof checked', 'order asked', 'prints sent', 'print ordered twice'];

/** A copy shop: sizes of things, checks with a verdict, jobs that take their time, and names of makes of their own. */
export const copyshop: Catalog = {
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
      textField('d', ['release'], ['4.1.0', '4.2.0']),
      textField('d', ['press', 'version'], ['p-7', 'p-8'], { presence: 0.3 }),
      numberField('d', ['durationSeconds'], { min: 0.01, p50: 0.4, p95: 40, max: 900 }, { unit: 's' }),
      textField('d', ['town'], ['ulm', 'bonn']),
      textField('d', ['tram', 'line'], ['t-1', 't-2']),
      numberField('d', ['porters'], { min: 0, p50: 2, p95: 6, max: 9 }),
      textField('d', ['porterId'], ['p-1', 'p-2'], { presence: 0.6, distinct: 800 }),
      textField('d', ['country'], ['GB', 'DE']),
      textField('d', ['proof', 'user'], ['kim', 'lee'], { presence: 0.1, distinct: 2 }),
      textField('d', ['reader', 'id'], ['r-1', 'r-2'], { presence: 0.7, distinct: 900 }),
      of(
        { 'scan-desk': 3000 },
        numberField('d', ['scan_bytes'], { min: 9, p50: 4000, p95: 9e6, max: 9e7 }, { unit: 'By' }),
      ),
      of({ 'scan-desk': 3000 }, textField('d', ['paper'], ['matt', 'gloss'])),
      of(
        { 'front-api': 3000 },
        numberField('d', ['bytesSent'], { min: 9, p50: 900, p95: 9e5, max: 9e6 }, { unit: 'By' }),
      ),
      of({ 'press-floor': 900 }, textField('d', ['verdict'], ['refused', 'passed'])),
      of({ 'press-floor': 900 }, textField('d', ['taskId'], ['t-1', 't-2'], { distinct: 800 })),
      of({ 'press-floor': 900 }, numberField('d', ['queueDepth'], { min: 0, p50: 8, p95: 60, max: 90 })),
      of({ 'press-floor': 900 }, textField('d', ['inkType'], ['solvent', 'latex'])),
    ],
  },
  spans: { records: 0, oldest: null, newest: null, fields: [] },
};
