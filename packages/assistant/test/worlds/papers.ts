import type { Catalog } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 9000;
const of = fieldsOf(RECORDS);

const SERVICES = ['paper-intake', 'scan-worker', 'paper-review', 'note-board', 'page-cache', 'sign-on'];
const TIMES = { min: 1, p50: 80, p95: 400, max: 9000 };
const MESSAGES = [
  'paper received',
  'paper rejected',
  'paper approved',
  'paper held for a human',
  'scan failed',
  'card declined',
  'note posted',
  'note removed',
  'note blocked as spam',
  'like added',
  'like removed',
  'login succeeded',
  'wrong password',
  'page served',
  'search finished',
];

/** A house that scans papers and lets people leave notes on them: an application called platform, kinds of things, waits and the times of jobs. */
export const papers: Catalog = {
  as_of: '2026-11-20T14:30:00Z',
  logs: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      textField('m', ['severity'], ['INFO', 'WARNING', 'ERROR'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['applicationname'], ['papers', 'platform']),
      textField('l', ['subsystemname'], SERVICES),
      textField('d', ['message'], MESSAGES),
      textField('d', ['trace_id'], [], { distinct: 4000, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      textField('d', ['member_id'], ['m_1', 'm_2', 'm_3'], { distinct: 300 }),
      textField('d', ['app_platform'], ['ios', 'android', 'web']),
      textField('d', ['endpoint'], ['/v1/papers', '/v1/notes', '/v1/search', '/v1/members/:id']),
      numberField('d', ['latency_ms'], TIMES, { unit: 'ms' }),
      of({ 'paper-intake': 2000 }, textField('d', ['file_type'], ['pdf', 'tiff'])),
      of({ 'paper-intake': 2000 }, numberField('d', ['file_bytes'], { ...TIMES, max: 9_000_000 }, { unit: 'By' })),
      of({ 'paper-review': 1500 }, numberField('d', ['queue_wait_ms'], TIMES, { unit: 'ms' })),
      of({ 'paper-review': 1500 }, textField('d', ['verdict'], ['approved', 'rejected', 'held'])),
      of({ 'scan-worker': 1500 }, numberField('d', ['resize_ms'], TIMES, { unit: 'ms' })),
      of({ 'scan-worker': 1500 }, numberField('d', ['attempt'], { min: 1, p50: 1, p95: 3, max: 6 })),
      of({ 'scan-worker': 1500 }, textField('d', ['paper_size'], ['a4', 'a3'])),
      of({ 'note-board': 1500 }, textField('d', ['board_kind'], ['public', 'team', 'private'])),
      of({ 'page-cache': 1500 }, textField('d', ['cache_status'], ['HIT', 'MISS'])),
      of({ 'page-cache': 1500 }, textField('d', ['edge_pop'], ['cdg', 'ams'])),
      of({ 'page-cache': 700 }, textField('d', ['search_term'], ['deed', 'will'])),
      of({ 'page-cache': 700 }, numberField('d', ['result_count'], { min: 0, p50: 3, p95: 40, max: 90 })),
    ],
  },
  spans: {
    records: RECORDS,
    oldest: '2026-11-01T00:00:00Z',
    newest: '2026-11-20T14:29:59Z',
    fields: [
      textField('m', ['timestamp'], [], { types: [{ type: 'timestamp', share: 1 }] }),
      numberField('m', ['duration'], { min: 1, p50: 20_000, p95: 90_000, max: 500_000 }, { unit: 'us' }),
      textField('m', ['kind'], ['SERVER', 'CLIENT', 'PRODUCER'], { types: [{ type: 'enum', share: 1 }] }),
      textField('l', ['serviceName'], SERVICES),
      textField('d', ['operationName'], ['GET', 'POST', 'GET /v1/papers']),
      textField('d', ['traceID'], [], { distinct: 4000, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      textField('d', ['tags', 'user.id'], ['m_1', 'm_2', 'm_3'], { distinct: 300 }),
      textField('d', ['tags', 'app.platform'], ['ios', 'android', 'web']),
      textField('d', ['tags', 'db.system.name'], ['postgresql', 'redis'], { presence: 0.3 }),
      textField('d', ['tags', 'messaging.destination.name'], ['intake.events', 'board.events'], { presence: 0.1 }),
      textField('d', ['tags', 'messaging.operation.type'], ['send', 'process'], { presence: 0.1 }),
      textField('d', ['tags', 'error'], ['true'], { presence: 0.05 }),
    ],
  },
};
