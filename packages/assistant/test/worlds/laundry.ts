import type { Catalog } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 9000;
const of = fieldsOf(RECORDS);

const SERVICES = ['wash-floor', 'counter', 'checkroom', 'vans'];
const MESSAGES = ['cycle ended', 'check noted', 'spoil noted', 'basket delivered', 'basket packed', 'price asked'];

/** A laundry: things with a number of their own, checks with an outcome, pieces that are counted, and a shift called late. */
export const laundry: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['subsystemname'], SERVICES),
      textField('d', ['msg'], MESSAGES),
      textField('d', ['host'], ['wash-floor-0', 'counter-0']),
      textField('d', ['shift'], ['late', 'night', 'day']),
      textField('d', ['town'], ['ulm', 'bonn']),
      of({ counter: 3000 }, textField('d', ['http', 'method'], ['GET', 'POST'])),
      of({ counter: 3000 }, numberField('d', ['http', 'status'], { min: 200, p50: 200, p95: 500, max: 503 })),
      of({ counter: 3000 }, textField('d', ['http', 'route'], ['/checks', '/spoil', '/baskets'])),
      of({ 'wash-floor': 4000 }, textField('d', ['machine', 'number'], ['w-1', 'w-2', 'w-3'])),
      of({ 'wash-floor': 4000 }, textField('d', ['machine', 'make'], ['drum', 'tunnel'])),
      of({ checkroom: 900 }, textField('d', ['check', 'id'], ['ch-1', 'ch-2'], { distinct: 900 })),
      of({ checkroom: 900 }, textField('d', ['check', 'outcome'], ['pass', 'fail', 'rewash'])),
      of({ checkroom: 900 }, textField('d', ['check', 'kind'], ['weight', 'stain'])),
      of({ checkroom: 900 }, numberField('d', ['check', 'deviationGrams'], { min: 0, p50: 4, p95: 30, max: 80 })),
      of({ checkroom: 900 }, textField('d', ['check', 'scale'], ['s-1', 's-2'])),
      of({ 'wash-floor': 400 }, textField('d', ['spoil', 'cause'], ['zip', 'hook'])),
      of({ 'wash-floor': 400 }, numberField('d', ['spoil', 'pieces'], { min: 1, p50: 2, p95: 9, max: 20 })),
      of({ vans: 1000 }, textField('d', ['basket', 'number'], ['b-1', 'b-2'], { distinct: 700 })),
      of({ vans: 800 }, numberField('d', ['basket', 'hoursLate'], { min: 0, p50: 0, p95: 9, max: 20 })),
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
      textField('d', ['operationName'], ['GET', 'POST', 'GET /checks']),
      textField('d', ['traceID'], [], { distinct: 4000, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      textField('d', ['process', 'tags', 'host.name'], ['wash-floor-0', 'counter-0']),
      textField('d', ['tags', 'http.route'], ['/checks', '/spoil'], { presence: 0.6 }),
      textField('d', ['tags', 'error'], ['true'], { presence: 0.05 }),
    ],
  },
};
