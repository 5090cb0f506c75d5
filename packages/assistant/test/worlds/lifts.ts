import type { Catalog, CatalogField } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 8000;
const of = fieldsOf(RECORDS);

const tags = (name: string, values: readonly string[]): CatalogField => textField('d', ['tags', name], values);
const TIMES = { min: 10, p50: 300, p95: 4000, max: 9000 };
const MESSAGES = [
  'lift down',
  'lift back',
  'visit booked',
  'visit rejected',
  'mechanic arrived',
  'call answered',
  'call dropped',
  'repair billed',
  'bill issued',
  'bill failed',
  'bill reminder sent',
  'pre-check ok',
  'pre-check failed',
  'badge swiped',
  'badge refused',
  'travel forecast high',
];
const SERVICES = ['lift-watch', 'hotline', 'billing', 'checks', 'badge-gw', 'portal'];

/** A company that keeps lifts running: states of things, times that are named by verbs, codes that are spoken. */
export const lifts: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], SERVICES),
      textField('d', ['msg'], MESSAGES, { distinct: MESSAGES.length }),
      of({ 'lift-watch': 1500 }, textField('d', ['lift_id'], ['L-1', 'L-2'], { distinct: 90 })),
      of({ 'lift-watch': 1500 }, textField('d', ['cause'], ['door', 'motor'])),
      of({ 'lift-watch': 1500 }, textField('d', ['district'], ['old town', 'harbour'])),
      of({ 'lift-watch': 500 }, numberField('d', ['down_s'], TIMES)),
      of({ 'lift-watch': 900 }, textField('d', ['visit_id'], ['v-1', 'v-2'], { distinct: 800 })),
      of({ 'lift-watch': 900 }, textField('d', ['mechanic'], ['kim', 'lou'])),
      of({ hotline: 1500 }, textField('d', ['clerk'], ['ana', 'bob'])),
      of({ hotline: 1500 }, numberField('d', ['hold_s'], TIMES)),
      of({ hotline: 1500 }, numberField('d', ['wait_s'], TIMES, { unit: 's' })),
      of({ hotline: 1500 }, textField('d', ['heading'], ['in', 'out'])),
      of({ hotline: 1500 }, textField('d', ['line_no'], ['771002001', '771002002', '771002003'], { distinct: 300 })),
      of({ billing: 1500 }, numberField('d', ['amount_eur'], { min: 5, p50: 60, p95: 400, max: 4000 })),
      of({ billing: 1500 }, textField('d', ['cust_kind'], ['private', 'owner'])),
      of({ billing: 300 }, numberField('d', ['days_late'], { min: 1, p50: 20, p95: 60, max: 90 })),
      of(
        { checks: 1000, billing: 200 },
        textField('d', ['err_code'], ['BADGE_CHECK_FAILED', 'KEY_MISSING', 'TIMEOUT']),
      ),
      of({ checks: 1000 }, textField('d', ['route'], ['cellar', 'roof'])),
      of({ portal: 1000 }, textField('d', ['path'], ['/lifts', '/bills'])),
      of({ portal: 1000 }, textField('d', ['app_version'], ['3.1.0', '3.2.0'])),
      of(
        { portal: 1000, 'badge-gw': 1000 },
        numberField('d', ['http_status'], { min: 200, p50: 200, p95: 500, max: 503 }),
      ),
      of({ 'badge-gw': 900 }, textField('d', ['tenant'], ['acme', 'bolt'])),
      numberField('d', ['took_ms'], { min: 1, p50: 40, p95: 300, max: 900 }, { unit: 'ms' }),
    ],
  },
  spans: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      numberField('m', ['duration'], { min: 1, p50: 20_000, p95: 90_000, max: 500_000 }, { unit: 'us' }),
      textField('m', ['kind'], ['SERVER', 'CLIENT']),
      textField('l', ['serviceName'], SERVICES),
      textField('l', ['operationName'], ['GET /lifts', 'POST']),
      textField('d', ['process', 'tags', 'host.name'], ['node-1', 'node-2']),
      of({ portal: 900 }, tags('server.address', ['pay.example', 'maps.example'])),
      of({ portal: 100 }, tags('error.type', ['TIMEOUT', 'LOST'])),
      tags('error', ['true']),
    ],
  },
};

/** The same, where two things have a reason within them. */
export const liftsWithReasons: Catalog = {
  ...lifts,
  logs: {
    ...lifts.logs,
    fields: [
      ...lifts.logs.fields,
      of({ billing: 300 }, textField('d', ['bill', 'reject_reason'], ['no funds', 'expired'])),
      of({ checks: 300 }, textField('d', ['door', 'reason'], ['jammed', 'worn'])),
    ],
  },
};
