import type { Dice } from './seeded.ts';
import type { TravelService } from './travel-service.ts';

const euros = (random: Dice, least: number, most: number): number => random.between(least * 100, most * 100) / 100;

/** The services that sell a trip, of the travel agency. */
export const BOOKING: Readonly<Record<string, TravelService>> = {
  'booking-api': {
    app: 'booking',
    version: '7.1.3',
    paths: ['/api/bookings', '/api/bookings/{id}', '/api/carts'],
    info: ['booking created', 'booking confirmed', 'booking cancelled', 'cart updated'],
    warning: ['price has changed by {1-25} percent', 'offer expired', 'passport number is missing'],
    error: ['PriceMismatch: offer differs from cart', 'InventoryError: room is no longer available'],
    database: 'postgresql',
    queue: 'bookings.confirmed',
    extra: (random, { channel, booking }) => ({
      booking_id: booking,
      channel,
      product: random.pick(['flight', 'flight', 'hotel', 'package', 'car']),
      passengers: random.between(1, 7),
      total_eur: euros(random, 60, 2_400),
    }),
  },
  payments: {
    app: 'booking',
    version: '4.6.0',
    paths: ['/api/payments', '/api/payments/capture'],
    info: ['payment authorized', 'payment captured', '3-D Secure passed'],
    warning: ['card declined: insufficient funds', 'card declined: expired card', 'authorization took {4-12} s'],
    error: ['GatewayTimeout: payment provider did not answer within {10-30} s', 'FraudCheckError: score is missing'],
    database: 'postgresql',
    extra: (random, { provider, booking }) => ({
      booking_id: booking,
      provider,
      amount_eur: euros(random, 40, 2_600),
      card_country: random.pick(['DE', 'DE', 'GB', 'FR', 'US', 'TH']),
      three_ds: random.chance(0.6),
    }),
  },
  ticketing: {
    app: 'booking',
    version: '2.15.1',
    paths: [],
    info: ['ticket issued', '{2-7} tickets issued', 'boarding pass created'],
    warning: ['ticket still pending after {5-50} min', 'schedule of flight changed by {10-240} min'],
    error: ['AirlineRejected: airline rejected the order', 'TicketStockError: no ticket stock left'],
    queue: 'tickets.issue',
    extra: (random, { airline, booking }) => ({
      booking_id: booking,
      airline,
      segments: random.between(1, 5),
      attempt: random.between(1, 4),
    }),
  },
  refunds: {
    app: 'booking',
    version: '1.9.5',
    paths: ['/api/refunds'],
    info: ['refund requested', 'refund approved', 'refund paid out after {1-21} days'],
    warning: ['refund waits for the airline', 'refund exceeds the paid amount'],
    error: ['PayoutError: bank account is closed', 'LedgerConflict: refund was booked twice'],
    database: 'postgresql',
    queue: 'refunds.payout',
    extra: (random, { airline, booking }) => ({
      booking_id: booking,
      airline,
      amount_eur: euros(random, 20, 1_800),
      reason: random.pick(['flight_cancelled', 'flight_cancelled', 'customer_request', 'duplicate_booking']),
    }),
  },
};
