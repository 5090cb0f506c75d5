import type { RailService } from './rail-service.ts';

/** The services that tickets are sold, seats booked and money given back by. */
export const RAIL_TICKETING: Readonly<Record<string, RailService>> = {
  'ticket-sales': {
    app: 'ticketing',
    release: '9.1.4',
    routes: ['/tickets', '/tickets/{id}', '/basket', '/season-passes'],
    info: [
      'Ticket sold',
      'Ticket issued as PDF',
      'Basket opened',
      'Season pass renewed',
      'Ticket cancelled by passenger',
    ],
    warning: ['Basket expired after {10-30} minutes', 'Promo code rejected', 'Kiosk printer low on paper'],
    error: ['TicketIssueException: Ticket could not be issued', 'BarcodeException: Barcode signing failed'],
    database: 'mssql',
    tables: ['Tickets', 'Tickets', 'Baskets'],
    extra: (random, { channel }) => ({
      Channel: channel,
      TicketType: random.pick(['single', 'single', 'single', 'return', 'return', 'season', 'group']),
      PriceEur: random.between(290, 18_900) / 100,
    }),
  },
  'reservation-core': {
    app: 'ticketing',
    release: '4.7.0',
    routes: ['/reservations', '/reservations/{id}', '/seatmap/{train}'],
    info: ['Seat reserved', 'Seat released', 'Seat map served', 'Reservation moved to another coach'],
    warning: ['Train is fully booked', 'Seat already taken, offering another', 'Seat lock held for {5-60} s'],
    error: [
      'OverbookingException: Seat assigned twice',
      'SeatLockTimeoutException: Seat lock not granted within {5-20} s',
    ],
    database: 'mssql',
    tables: ['Reservations', 'Reservations', 'SeatInventory'],
    extra: (random) => ({
      SeatClass: random.pick(['first', 'second', 'second', 'second']),
      Coach: random.between(1, 13),
      Seat: random.between(1, 88),
    }),
  },
  'fare-engine': {
    app: 'ticketing',
    release: '12.0.3',
    routes: ['/fares', '/fares/discounts'],
    info: ['Fare computed', 'Discount applied', 'Fare table reloaded'],
    warning: ['Fare table is {2-48} hours old', 'Unknown discount card'],
    error: ['FareNotFoundException: No fare for the requested route', 'RuleLoopException: Discount rules loop'],
    database: 'redis',
    tables: ['fare-cache'],
    extra: (random) => ({ CacheHit: random.chance(0.7), Passengers: random.between(1, 7) }),
  },
  'refund-desk': {
    app: 'ticketing',
    release: '3.3.1',
    routes: ['/claims', '/claims/{id}', '/claims/{id}/payout'],
    info: ['Refund paid out', 'Refund claim received', 'Refund claim approved', 'Refund claim rejected'],
    warning: ['Refund claim waiting for {3-40} days', 'Duplicate claim suspected'],
    error: ['PayoutException: Bank refused the payout', 'ClaimStateException: Claim is closed already'],
    database: 'mssql',
    tables: ['Claims', 'Claims', 'Payouts'],
    extra: (random) => ({
      ClaimId: `CL-${random.between(40_000, 42_000)}`,
      Reason: random.pick(['delay', 'delay', 'delay', 'cancellation', 'missed connection', 'strike']),
      RefundEur: random.between(200, 9_500) / 100,
    }),
  },
  'payment-bridge': {
    app: 'ticketing',
    release: '6.0.8',
    routes: ['/payments', '/payments/{id}/capture'],
    info: ['Payment captured', 'Payment authorised', 'Voucher redeemed'],
    warning: ['Card declined by issuer', '3-D Secure challenge abandoned'],
    error: ['AcquirerTimeoutException: Acquirer silent for {10-30} s', 'CurrencyException: Currency not accepted'],
    calls: 'gw.payline.example',
    extra: (random) => ({
      PaymentMethod: random.pick(['card', 'card', 'card', 'paypal', 'voucher', 'invoice']),
      PriceEur: random.between(290, 18_900) / 100,
    }),
  },
};
