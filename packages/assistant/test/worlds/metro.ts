import type { Catalog } from '@clearspan/contracts';
import { fieldsOf } from './of-services.ts';
import { numberField, textField } from './shop.ts';

const RECORDS = 8000;
const of = fieldsOf(RECORDS);

const SERVICES = {
  'ticket-api': 2600,
  turnstile: 1190,
  passes: 730,
  'timetable-printer': 640,
  'stop-search': 560,
  complaints: 450,
  'platform-signs': 380,
  office: 376,
  'video-store': 300,
};
const MESSAGES = {
  'ticket shown': 2400,
  'rider admitted': 800,
  'rider denied': 250,
  'pass terminated': 195,
  'pass renewed': 180,
  'pass granted': 150,
  'timetable printed': 370,
  'timetable delayed': 208,
  'search answered': 520,
  'complaint accepted': 220,
  'complaint dismissed': 215,
  'slot powered': 290,
  'slot left unpowered': 72,
  'note kept': 200,
  'note erased': 60,
  'note filed': 92,
  'upload queue grows': 90,
  'turnstile did not answer within 4 s': 30,
  'vault gave no answer after 3 tries': 40,
  'vault gave no answer after 4 tries': 30,
};
const RIDERS = { 'ticket-api': 2600, turnstile: 1190, passes: 730, 'stop-search': 560, complaints: 450 };
const ANYWHERE = { turnstile: 120, passes: 90, office: 40, complaints: 20, 'video-store': 12 };

/**
 * A metro: each thing has an object of its own, services are called by their things, and what was done stands both in the
 * messages of most records and in a field of all of them.
 */
export const metro: Catalog = {
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
      of(RIDERS, textField('d', ['rider', 'id'], ['ri-1', 'ri-2', 'ri-3'], { distinct: 260 })),
      of(RIDERS, textField('d', ['rider', 'watch'], ['round', 'square'])),
      of(RIDERS, textField('d', ['http', 'route'], ['/tickets/{id}', '/search', '/suggest', '/gate'])),
      of({ turnstile: 1190 }, textField('d', ['gate', 'verdict'], { admitted: 850, denied: 340 })),
      of(
        { passes: 730 },
        textField('d', ['pass', 'action'], { terminated: 195, renewed: 180, granted: 150, charge_failed: 60 }),
      ),
      of({ passes: 730 }, textField('d', ['pass', 'vendor'], ['kiosk', 'phone'])),
      of({ passes: 500 }, numberField('d', ['pass', 'price_eur'], { min: 1, p50: 12, p95: 40, max: 90 })),
      of({ 'timetable-printer': 640 }, textField('d', ['table', 'outcome'], { printed: 400, delayed: 210, torn: 30 })),
      of({ 'timetable-printer': 640 }, textField('d', ['table', 'name'], ['north-line', 'ring-line', 'harbour-line'])),
      of({ 'stop-search': 560 }, numberField('d', ['lookup', 'hits'], { min: 0, p50: 20, p95: 90, max: 340 })),
      of({ 'stop-search': 560 }, textField('d', ['lookup', 'stops'], ['old town', 'airport', 'zoo'])),
      of({ complaints: 450 }, textField('d', ['complaint', 'verdict'], { accepted: 225, dismissed: 225 })),
      of({ complaints: 225 }, textField('d', ['complaint', 'reason'], ['noise', 'dirt', 'smell'])),
      of({ passes: 195 }, textField('d', ['pass', 'reason'], ['fraud', 'theft', 'moved'])),
      of({ office: 376 }, textField('d', ['note', 'action'], { kept: 210, erased: 66, filed: 100 })),
      of({ office: 376 }, textField('d', ['note', 'slug'], ['track-works', 'lost-dog', 'new-maps'])),
      of({ office: 376 }, textField('d', ['note', 'user'], ['a.vogt', 'c.lund'])),
      of(
        { 'platform-signs': 380 },
        textField('d', ['sign', 'powered'], { true: 300, false: 80 }, { types: [{ type: 'bool', share: 1 }] }),
      ),
      of({ 'platform-signs': 380 }, textField('d', ['sign', 'slot'], ['east', 'west'])),
      of({ 'video-store': 300 }, numberField('d', ['video', 'seconds'], { min: 1, p50: 200, p95: 400, max: 480 })),
      of({ 'video-store': 300 }, textField('d', ['video', 'wagon'], ['front', 'rear'])),
      of({ 'video-store': 300 }, numberField('d', ['video', 'queue'], { min: 0, p50: 20, p95: 44, max: 48 })),
      of(
        ANYWHERE,
        textField('d', ['fault', 'kind'], ['pass_denied', 'vault_timeout', 'printer_offline', 'lens_dirty']),
      ),
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
      textField('d', ['operationName'], ['GET', 'POST', 'GET /trips']),
      textField('d', ['traceID'], [], { distinct: 4000, examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
      textField('d', ['tags', 'error'], ['true'], { presence: 0.05 }),
    ],
  },
};
