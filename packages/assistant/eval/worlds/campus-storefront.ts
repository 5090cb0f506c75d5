import type { CampusService } from './campus-service.ts';
import type { Dice } from './seeded.ts';

const PROVIDERS = ['cardinal', 'cardinal', 'paylane', 'quickwire'] as const;

const order = (random: Dice): object => {
  const coupon = random.pick(['', '', '', 'FALL30', 'FALL30', 'FRIEND10', 'STUDENT15']);
  const of: Readonly<Record<string, number>> = { FALL30: 30, FRIEND10: 10, STUDENT15: 15 };
  return {
    order: {
      id: `ord-${random.between(771_000, 779_000)}`,
      amount: random.between(1_900, 52_000) / 100,
      currency: random.pick(['EUR', 'EUR', 'EUR', 'USD', 'USD', 'GBP']),
      payment_method: random.pick(['card', 'card', 'card', 'paypal', 'invoice']),
      ...(coupon === '' ? {} : { coupon, discount_percent: of[coupon] }),
    },
  };
};
const payment = (random: Dice): object => ({
  payment: {
    provider: random.pick(PROVIDERS),
    amount: random.between(1_900, 52_000) / 100,
    currency: random.pick(['EUR', 'EUR', 'USD', 'GBP']),
  },
});
const declined = (random: Dice): object => ({
  payment: {
    provider: random.pick(PROVIDERS),
    amount: random.between(1_900, 52_000) / 100,
    currency: random.pick(['EUR', 'EUR', 'USD', 'GBP']),
    decline_reason: random.pick([
      'insufficient_funds',
      'insufficient_funds',
      'expired_card',
      'do_not_honor',
      'do_not_honor',
      'suspected_fraud',
    ]),
  },
});

/** Orders, payments, seats and certificates. */
export const STOREFRONT: Readonly<Record<string, CampusService>> = {
  checkout: {
    app: 'storefront',
    release: '9.3.0',
    routes: ['/checkout', '/checkout/coupon', '/orders/:id'],
    database: 'postgresql',
    tables: ['orders', 'orders', 'coupons'],
    events: [
      { event: 'order.placed', text: 'order placed', level: 'info', weight: 70, extra: order },
      {
        event: 'coupon.refused',
        text: 'coupon refused, expired',
        level: 'warning',
        weight: 15,
        extra: (random) => ({ order: { coupon: random.pick(['SPRING20', 'SPRING20', 'OLDPAL', 'FALL30']) } }),
      },
      { event: 'order.failed', text: 'order could not be written', level: 'error', weight: 4, code: 'DB_DEADLOCK' },
    ],
  },
  'payment-bridge': {
    app: 'storefront',
    release: '4.8.7',
    routes: ['/payments', '/payments/:id/refund'],
    database: 'postgresql',
    tables: ['payments'],
    calls: 'api.cardinal.example',
    events: [
      { event: 'payment.captured', text: 'payment captured', level: 'info', weight: 60, extra: payment },
      { event: 'payment.refunded', text: 'payment refunded', level: 'info', weight: 10, extra: payment },
      {
        event: 'payment.declined',
        text: 'card declined by the bank',
        level: 'warning',
        weight: 18,
        code: 'CARD_DECLINED',
        extra: declined,
      },
      {
        event: 'payment.failed',
        text: 'payment provider is down',
        level: 'error',
        weight: 2,
        code: 'PROVIDER_DOWN',
        extra: payment,
      },
      {
        event: 'payment.failed',
        text: 'payment provider did not answer in time',
        level: 'error',
        weight: 3,
        code: 'UPSTREAM_TIMEOUT',
        extra: payment,
      },
    ],
  },
  'enrolment-desk': {
    app: 'storefront',
    release: '3.3.3',
    routes: ['/enrolments', '/enrolments/:id'],
    database: 'postgresql',
    tables: ['enrolments', 'seats'],
    events: [
      { event: 'enrolment.created', text: 'student enrolled', level: 'info', weight: 65 },
      { event: 'enrolment.cancelled', text: 'enrolment cancelled', level: 'info', weight: 8 },
      { event: 'enrolment.refused', text: 'seat limit reached', level: 'warning', weight: 12, code: 'SEAT_LIMIT' },
      {
        event: 'enrolment.failed',
        text: 'enrolment could not be written',
        level: 'error',
        weight: 3,
        code: 'DB_DEADLOCK',
      },
    ],
  },
  'certificate-press': {
    app: 'storefront',
    release: '1.14.0',
    routes: [],
    queue: 'certificates.print',
    database: 'postgresql',
    tables: ['certificates'],
    events: [
      { event: 'certificate.issued', text: 'certificate issued', level: 'info', weight: 65 },
      {
        event: 'certificate.failed',
        text: 'pdf renderer crashed',
        level: 'error',
        weight: 7,
        code: 'PDF_RENDER_FAILED',
      },
      {
        event: 'certificate.failed',
        text: 'no signature for this school',
        level: 'error',
        weight: 4,
        code: 'SIGNATURE_MISSING',
      },
      { event: 'certificate.delayed', text: 'print queue holds {30-300} certificates', level: 'warning', weight: 10 },
    ],
  },
};
