import type { Catalog, CatalogField } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 8000;
const of = fieldsOf(RECORDS);

const tags = (name: string, values: readonly string[], rest: Partial<CatalogField> = {}): CatalogField =>
  textField('d', ['tags', name], values, rest);
const SERVICES = ['tram-watch', 'duty_rosters', 'brake-check', 'ticket-sales'];
const MESSAGES = [
  'tram stopped',
  'tram departed',
  'brake test finished',
  'duty assigned',
  'ticket sold',
  'ticket void',
];
const TRACES = { distinct: 5000 };
const TIMES = { min: 1, p50: 12, p95: 60, max: 240 };

/** A depot of trams: a service that is called as a table, reasons of several things, tests with results, queues of one broker. */
export const depot: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['applicationname'], ['yard', 'office']),
      textField('l', ['subsystemname'], SERVICES),
      textField('d', ['message'], MESSAGES, { distinct: MESSAGES.length }),
      textField('d', ['trace_id'], ['4bf92f3577b34da6a3ce929d0e0e4736'], TRACES),
      textField('d', ['region'], ['north', 'south', 'west']),
      numberField('d', ['elapsed_ms'], { min: 1, p50: 80, p95: 400, max: 9000 }, { unit: 'ms' }),
      of({ 'tram-watch': 3000, 'brake-check': 1000 }, textField('d', ['tram'], ['t-11', 't-12'], { distinct: 80 })),
      of({ 'tram-watch': 600 }, numberField('d', ['downtime', 'minutes'], TIMES, { unit: 'min' })),
      of({ 'tram-watch': 600 }, textField('d', ['downtime', 'reason'], ['driver', 'fuel', 'road works'])),
      of({ 'ticket-sales': 900 }, textField('d', ['refund', 'reason'], ['rain', 'mistake'])),
      of({ 'brake-check': 1000 }, textField('d', ['brakes', 'result'], ['pass', 'fail'])),
      of({ 'ticket-sales': 2000, duty_rosters: 1000 }, textField('d', ['clerk'], ['ana', 'bob'], { distinct: 30 })),
    ],
  },
  spans: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      numberField('m', ['duration'], { min: 1, p50: 20_000, p95: 90_000, max: 5_000_000 }, { unit: 'us' }),
      textField('l', ['serviceName'], SERVICES),
      textField('l', ['operationName'], ['GET /duties', 'SELECT duty_rosters', 'process yard.moves']),
      textField('d', ['traceID'], ['4bf92f3577b34da6a3ce929d0e0e4736'], TRACES),
      textField('d', ['spanID'], ['00f067aa0ba902b7'], TRACES),
      textField('d', ['parentId'], ['00f067aa0ba902b7'], TRACES),
      tags('messaging.system', ['rabbitmq']),
      tags('messaging.destination.name', ['yard.moves', 'duty.changes']),
      tags('messaging.operation.type', ['send', 'process']),
      tags('db.collection.name', ['duty_rosters', 'drivers', 'trams']),
      tags('db.system.name', ['postgresql']),
      tags('error', ['true'], { presence: 0.1 }),
    ],
  },
};
