import type { ResortService } from './resort-service.ts';

/** The services that prices, rooms to sell and money are dealt with by. */
export const RESORT_COMMERCE: Readonly<Record<string, ResortService>> = {
  rates: {
    app: 'commerce',
    version: '5.1.3',
    routes: ['/rates', '/rates/quote', '/rate-plans/:id'],
    info: ['rate quoted', 'rate quoted', 'rate plan updated', 'price served from cache'],
    warning: ['stale price served', 'exchange rate is {2-30} h old'],
    error: ['RATE_PLAN_MISSING: no plan for room type', 'PRICING_TIMEOUT: model did not answer in time'],
    database: 'redis',
    tables: ['prices'],
    extra: (random) => ({
      rate_plan: random.pick(['flexible', 'flexible', 'non_refundable', 'half_board', 'member']),
      price_eur: random.between(6_500, 48_000) / 100,
    }),
  },
  availability: {
    app: 'commerce',
    version: '4.7.0',
    routes: ['/availability', '/allotments/:id'],
    info: ['inventory checked', 'inventory checked', 'room blocked', 'room released'],
    warning: ['inventory low, {1-3} rooms left', 'cache miss'],
    error: ['DB_TIMEOUT: query took too long', 'INVENTORY_LOCK: row is locked by another booking'],
    database: 'postgresql',
    tables: ['room_nights', 'room_nights', 'allotments'],
    extra: (random) => ({
      room_type: random.pick(['standard', 'standard', 'deluxe', 'suite', 'family']),
      rooms_left: random.between(0, 40),
    }),
  },
  payments: {
    app: 'commerce',
    version: '7.3.2',
    routes: ['/payments/authorise', '/payments/capture', '/refunds'],
    info: ['payment captured', 'payment captured', 'payment authorised', 'refund issued'],
    warning: ['card declined', '3ds challenge abandoned'],
    error: ['ACQUIRER_TIMEOUT: acquirer did not answer within {10-30} s', 'REFUND_FAILED: refund was rejected'],
    database: 'postgresql',
    tables: ['transactions', 'transactions', 'refunds'],
    calls: 'api.cardlane.example',
    extra: (random) => ({
      payment_id: `pay_${random.between(880_000, 889_000)}`,
      amount_eur: random.between(1_900, 240_000) / 100,
      card_brand: random.pick(['visa', 'visa', 'mastercard', 'mastercard', 'amex']),
    }),
  },
  loyalty: {
    app: 'commerce',
    version: '2.9.4',
    routes: ['/members/:id', '/points/earn', '/points/redeem'],
    info: ['points earned', 'points earned', 'points redeemed', 'tier upgraded'],
    warning: ['points expire in {1-30} days', 'duplicate member'],
    error: ['LEDGER_MISMATCH: balance differs from ledger', 'MEMBER_NOT_FOUND: no such member'],
    database: 'postgresql',
    tables: ['members', 'ledger'],
    extra: (random) => ({
      tier: random.pick(['blue', 'blue', 'blue', 'silver', 'silver', 'gold', 'platinum']),
      points: random.between(20, 5_000),
    }),
  },
};
