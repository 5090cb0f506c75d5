import type { ResortService } from './resort-service.ts';

/** The services that run the houses and speak with partners. */
export const RESORT_PROPERTY: Readonly<Record<string, ResortService>> = {
  housekeeping: {
    app: 'property-ops',
    version: '1.6.2',
    routes: ['/tasks', '/tasks/:id/done', '/rooms/:room/status'],
    info: ['room cleaned', 'room cleaned', 'room inspected', 'task assigned', 'minibar refilled'],
    warning: ['room not ready at {14-18}:00', 'linen short by {2-30} sets'],
    error: ['TABLET_OFFLINE: no answer from tablet', 'TASK_LOST: task has no room'],
    database: 'postgresql',
    tables: ['tasks'],
    extra: (random) => ({
      room: String(random.between(1, 6) * 100 + random.between(1, 25)),
      floor: random.between(1, 6),
      minutes: random.between(8, 75),
    }),
  },
  restaurant: {
    app: 'property-ops',
    version: '2.0.3',
    routes: ['/orders', '/orders/:id', '/tables/reserve'],
    info: ['order placed', 'order served', 'bill charged to room', 'table reserved'],
    warning: ['order waited {20-60} min', 'dish sold out'],
    error: ['POS_OFFLINE: till did not answer', 'PRINTER_JAM: kitchen printer stopped'],
    database: 'postgresql',
    tables: ['orders'],
    asks: ['payments'],
    extra: (random) => ({
      outlet: random.pick(['terrace', 'terrace', 'brasserie', 'brasserie', 'rooftop bar', 'room service']),
      covers: random.between(1, 9),
      total_eur: random.between(600, 32_000) / 100,
    }),
  },
  'pms-sync': {
    app: 'property-ops',
    version: '6.0.1',
    routes: [],
    info: ['reservation synced', 'reservation synced', 'folio synced', 'sync finished'],
    warning: ['sync is behind by {60-900} s', 'folio requeued'],
    error: ['PMS_UNREACHABLE: no connection to the property', 'SCHEMA_MISMATCH: field arrival has another type'],
    queue: 'pms.outbound',
    calls: 'pms.operaline.example',
    extra: (random) => ({
      vendor: random.pick(['operaline', 'operaline', 'protelix']),
      attempt: random.chance(0.7) ? 1 : random.between(2, 8),
      lag_s: random.chance(0.1) ? random.between(200, 900) : random.between(1, 90),
    }),
  },
  'channel-manager': {
    app: 'property-ops',
    version: '8.8.0',
    routes: ['/partners/rates', '/partners/reservations', '/partners/inventory'],
    info: ['rates pushed', 'inventory pushed', 'reservation received'],
    warning: ['rate limit exceeded', 'partner answered {400-404}'],
    error: ['PARTNER_DOWN: partner did not answer', 'MAPPING_MISSING: room type has no mapping'],
    queue: 'pms.outbound',
    calls: 'api.bookly.example',
    extra: (_, { partner }) => ({ partner }),
  },
};
