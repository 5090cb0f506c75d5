import type { ResortService } from './resort-service.ts';

/** The services that guests meet. */
export const RESORT_GUEST: Readonly<Record<string, ResortService>> = {
  booking: {
    app: 'guest-experience',
    version: '9.4.1',
    routes: ['/bookings', '/bookings/:id', '/bookings/:id/cancel', '/search'],
    info: ['booking confirmed', 'booking confirmed', 'booking changed', 'booking cancelled', 'booking looked up'],
    warning: ['wrong confirmation code', 'overbooking detected', 'hold expired after {10-30} min'],
    error: ['DB_TIMEOUT: could not save booking', 'INVENTORY_CONFLICT: room was sold twice'],
    database: 'postgresql',
    tables: ['bookings', 'bookings', 'guests'],
    asks: ['availability', 'rates', 'payments'],
    extra: (random) => ({
      booking_id: `BK${random.between(41_000, 42_400)}`,
      channel: random.pick(['direct', 'direct', 'direct', 'bookly', 'bookly', 'stayfinder', 'hotelhub', 'phone']),
      room_type: random.pick(['standard', 'standard', 'standard', 'deluxe', 'deluxe', 'suite', 'family']),
      nights: 1 + Math.floor(random.roll() ** 2 * 13),
    }),
  },
  checkin: {
    app: 'guest-experience',
    version: '3.0.8',
    routes: ['/checkin', '/checkin/documents', '/checkout'],
    info: ['check-in completed', 'check-in completed', 'check-in started', 'passport scanned', 'check-out completed'],
    warning: ['late checkout refused', 'passport unreadable', 'deposit missing'],
    error: ['ID_SCAN_FAILED: scanner returned no document', 'KEY_REQUEST_FAILED: no key for the room'],
    database: 'postgresql',
    tables: ['stays'],
    asks: ['room-keys', 'loyalty'],
    extra: (random) => ({
      booking_id: `BK${random.between(41_000, 42_400)}`,
      desk: random.pick(['kiosk', 'kiosk', 'reception', 'mobile']),
      room: String(random.between(1, 6) * 100 + random.between(1, 25)),
    }),
  },
  'room-keys': {
    app: 'guest-experience',
    version: '1.12.0',
    routes: ['/keys', '/keys/:id/revoke', '/locks/:room/open'],
    info: ['key issued', 'key revoked', 'door unlocked', 'door unlocked', 'mobile key sent'],
    warning: ['lock battery at {4-20} percent', 'encoder slow'],
    error: ['LOCK_OFFLINE: lock did not answer', 'ENCODER_JAM: no card in encoder'],
    database: 'redis',
    tables: ['lock-state'],
    calls: 'gateway.lockwell.example',
    extra: (random) => ({
      key_type: random.pick(['mobile', 'mobile', 'card', 'card', 'card']),
      room: String(random.between(1, 6) * 100 + random.between(1, 25)),
      battery_pct: random.between(4, 100),
    }),
  },
  messaging: {
    app: 'guest-experience',
    version: '2.2.5',
    routes: [],
    info: ['message sent', 'message sent', 'message delivered', 'reply received'],
    warning: ['message bounced', 'guest opted out'],
    error: ['PROVIDER_REJECTED: provider refused the message', 'TEMPLATE_MISSING: no template for locale'],
    queue: 'guest.messages',
    calls: 'api.chirpline.example',
    extra: (random) => ({
      medium: random.pick(['email', 'email', 'sms', 'whatsapp']),
      template: random.pick(['welcome', 'welcome', 'door_code', 'invoice', 'review_request']),
      attempt: random.chance(0.8) ? 1 : random.between(2, 6),
    }),
  },
};
