import type { Dice } from './seeded.ts';
import { BOOKING } from './travel-booking.ts';
import type { TravelService } from './travel-service.ts';

const AIRPORTS = ['FRA', 'LHR', 'CDG', 'JFK', 'SIN', 'BKK', 'LIS', 'MAD'] as const;
const route = (random: Dice): object => {
  const origin = random.pick(AIRPORTS);
  return { origin, destination: random.pick(AIRPORTS.filter((airport) => airport !== origin)) };
};

const SHOPPING: Readonly<Record<string, TravelService>> = {
  'web-bff': {
    app: 'shopping',
    version: '21.4.0',
    paths: ['/', '/flights', '/hotels', '/my-trips', '/checkout'],
    info: ['page rendered', 'session started', 'offer page opened', 'checkout started'],
    warning: ['slow page: {3-9} s until first byte', 'session expired', 'unknown locale, using en-GB'],
    error: ['UpstreamTimeout: flight-search did not answer within {3-8} s', 'RenderError: template checkout failed'],
    extra: (random, { channel }) => ({ channel, locale: random.pick(['de-DE', 'en-GB', 'en-GB', 'fr-FR', 'th-TH']) }),
  },
  'flight-search': {
    app: 'shopping',
    version: '9.7.2',
    paths: ['/api/flights/search', '/api/flights/offers'],
    info: ['search returned {3-90} offers', 'offers served from cache', 'no offers found'],
    warning: ['supplier answered after {2-9} s', 'dropped {2-15} expired offers'],
    error: ['NoAvailabilityError: all suppliers failed', 'ParseError: fare of supplier is malformed'],
    database: 'redis',
    extra: (random) => ({
      ...route(random),
      cabin: random.pick(['economy', 'economy', 'economy', 'premium', 'business']),
      cache_hit: random.chance(0.4),
      offers: random.chance(0.08) ? 0 : random.between(1, 90),
      // Suppliers tell the exact number of few seats only.
      seats_left: random.chance(0.3) ? '9+' : random.between(1, 9),
    }),
  },
  'hotel-search': {
    app: 'shopping',
    version: '5.0.8',
    paths: ['/api/hotels/search', '/api/hotels/{id}'],
    info: ['search returned {1-250} hotels', 'hotel details served', 'map opened'],
    warning: ['index is {5-40} min old', 'price of {1-12} rooms has changed'],
    error: ['IndexUnavailable: shard {0-5} is not available', 'SupplierTimeout: roomhub did not answer'],
    database: 'elasticsearch',
    extra: (random) => ({
      city: random.pick(['Lisbon', 'Bangkok', 'Berlin', 'Paris', 'New York', 'Singapore']),
      nights: random.between(1, 15),
      guests: random.between(1, 6),
      cache_hit: random.chance(0.55),
    }),
  },
  'currency-rates': {
    app: 'shopping',
    version: '1.3.0',
    paths: ['/api/rates'],
    info: ['rates refreshed', 'rate served', 'rate table of {30-170} currencies loaded'],
    warning: ['rate is {2-12} h old'],
    error: [],
    database: 'redis',
    extra: (random) => ({ currency: random.pick(['USD', 'GBP', 'THB', 'SGD', 'CHF']) }),
  },
};

const PLATFORM: Readonly<Record<string, TravelService>> = {
  accounts: {
    app: 'platform',
    version: '3.12.1',
    paths: ['/api/login', '/api/register', '/api/profile'],
    info: ['signed in', 'signed out', 'profile updated', 'password changed'],
    warning: ['wrong password', 'account locked', 'verification code expired'],
    error: ['DatabaseError: too many connections'],
    database: 'postgresql',
    extra: (random, { user }) => ({
      client_ip: user === 'u-5017' ? '203.0.113.66' : `198.51.100.${random.between(1, 30)}`,
      mfa: random.chance(0.35),
    }),
  },
  notifications: {
    app: 'platform',
    version: '2.2.4',
    paths: [],
    info: ['email sent', 'sms sent', 'push sent'],
    warning: ['email bounced', 'sms delayed by {20-600} s'],
    error: ['MailboxError: smtp server refused the message', 'TemplateError: placeholder {1-9} is missing'],
    queue: 'notifications.outgoing',
    extra: (random) => ({
      template: random.pick([
        'booking_confirmation',
        'booking_confirmation',
        'gate_change',
        'refund_issued',
        'newsletter',
      ]),
      attempt: random.between(1, 6),
    }),
  },
  'supplier-gateway': {
    app: 'platform',
    version: '6.1.3',
    paths: ['/suppliers/flights', '/suppliers/hotels', '/suppliers/cars'],
    info: ['supplier answered', 'prices of {10-400} rooms updated', 'token of supplier renewed'],
    warning: ['rate limit of supplier reached', 'circuit breaker half open', 'retrying, attempt {2-5}'],
    error: ['SupplierTimeout: no answer within {5-20} s', 'SupplierRejected: supplier answered 503'],
    database: 'redis',
    extra: (random) => ({
      supplier: random.pick(['skylink', 'skylink', 'roomhub', 'staybase', 'autorent']),
      response_bytes: random.between(300, 250_000),
      attempt: random.between(1, 5),
    }),
  },
  loyalty: {
    app: 'platform',
    version: '1.8.0',
    paths: ['/api/points', '/api/tiers'],
    info: ['{50-900} points credited', '{500-4000} points redeemed', 'tier recalculated'],
    warning: ['points expire in {3-30} days', 'balance is too low'],
    error: ['LedgerConflict: balance has changed meanwhile'],
    database: 'mongodb',
    queue: 'bookings.confirmed',
    extra: (random) => ({ tier: random.pick(['basic', 'basic', 'silver', 'gold']), points: random.between(50, 4000) }),
  },
};

export const TRAVEL_SERVICES: Readonly<Record<string, TravelService>> = { ...SHOPPING, ...BOOKING, ...PLATFORM };
