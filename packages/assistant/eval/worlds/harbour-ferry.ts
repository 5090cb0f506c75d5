import type { Call, HarbourService } from './harbour-service.ts';
import type { Dice } from './seeded.ts';

const bookingOf = (random: Dice, { route }: Call): object => ({
  ref: `NF${random.between(30_000, 30_900)}`,
  route,
  passengers: 1 + Math.floor(random.roll() ** 2 * 7),
  vehicle: random.pick(['none', 'none', 'car', 'car', 'car', 'caravan', 'motorbike', 'van']),
});

/** The services that passengers of the ferries meet. */
export const HARBOUR_FERRY: Readonly<Record<string, HarbourService>> = {
  'ferry-booking': {
    app: 'ferry-line',
    version: '12.0.4',
    routes: ['/bookings', '/bookings/:ref', '/bookings/:ref/cancel', '/sailings'],
    info: ['booking confirmed', 'booking confirmed', 'booking confirmed', 'booking changed', 'booking cancelled'],
    warning: ['unknown booking reference', 'sailing full', 'cabin hold expired'],
    error: ['INVENTORY_LOCKED: sailing is locked', 'DB_TIMEOUT: could not save booking'],
    database: 'postgresql',
    tables: ['bookings', 'bookings', 'sailings'],
    sends: 'notices.send',
    asks: ['ferry-pay', 'ferry-pay', 'boarding'],
    extra: (random, call) => ({
      booking: bookingOf(random, call),
      customer_id: call.customer,
      channel: call.channel,
      ip: call.ip,
      amount_eur: random.between(2_900, 78_000) / 100,
    }),
  },
  'ferry-pay': {
    app: 'ferry-line',
    version: '7.7.0',
    routes: ['/payments', '/payments/:id', '/refunds'],
    info: ['payment accepted', 'payment accepted', 'payment accepted', 'refund issued'],
    warning: ['payment declined', 'payment declined', 'card check requested'],
    error: ['ACQUIRER_TIMEOUT: acquirer did not answer', 'FRAUD_CHECK_FAILED: no score for payment'],
    database: 'postgresql',
    tables: ['payments', 'refunds'],
    calls: 'api.paynord.example',
    extra: (random, call) => ({
      booking: bookingOf(random, call),
      customer_id: call.customer,
      channel: call.channel,
      amount_eur: random.between(2_900, 78_000) / 100,
    }),
  },
  boarding: {
    app: 'ferry-line',
    version: '1.18.6',
    routes: ['/checkin', '/boarding-passes', '/manifests/:sailing'],
    info: ['passenger checked in', 'passenger checked in', 'boarding pass issued', 'manifest closed'],
    warning: ['check-in too late', 'passport number missing'],
    error: ['SCANNER_OFFLINE: ramp scanner did not answer', 'MANIFEST_MISMATCH: passenger is not on manifest'],
    database: 'redis',
    tables: ['manifest-cache'],
    extra: (random, call) => ({
      booking: bookingOf(random, call),
      customer_id: call.customer,
      channel: call.channel,
      deck: random.between(3, 9),
    }),
  },
  notices: {
    app: 'ferry-line',
    version: '0.9.12',
    routes: [],
    info: ['confirmation mail sent', 'confirmation mail sent', 'delay text sent', 'boarding reminder sent'],
    warning: ['mail bounced', 'customer opted out'],
    error: ['SMS_REJECTED: gateway refused text', 'TEMPLATE_MISSING: no template for language'],
    queue: 'notices.send',
    calls: 'api.postfjord.example',
    extra: (random, call) => ({
      customer_id: call.customer,
      booking: { ref: `NF${random.between(30_000, 30_900)}`, route: call.route },
      medium: random.pick(['mail', 'mail', 'sms']),
      attempt: random.chance(0.8) ? 1 : random.between(2, 5),
    }),
  },
};
