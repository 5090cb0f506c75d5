import type { MarketService } from './market-service.ts';

/** The services that money goes through. */
const PAYMENTS: Readonly<Record<string, MarketService>> = {
  checkout: {
    app: 'payments',
    version: '12.6.0',
    routes: ['/checkout', '/checkout', '/checkout/confirm', '/checkout/shipping-options'],
    info: ['checkout started', 'checkout completed', 'coupon applied'],
    warning: ['coupon rejected', 'address needs review'],
    error: ['PaymentRefused: payment was refused', 'CartChanged: cart changed during checkout'],
    calls: ['cart', 'fraud-check', 'payment-gateway', 'payment-gateway', 'order-service'],
    extra: (_, { amount, items, order, paymentMethod }) => ({
      order_id: order,
      amount_eur: amount,
      items,
      payment_method: paymentMethod,
    }),
  },
  'payment-gateway': {
    app: 'payments',
    version: '8.2.2',
    routes: ['/payments', '/payments', '/payments/:id/capture', '/refunds'],
    info: ['payment authorized', 'payment captured', 'payment captured', 'refund issued'],
    warning: ['payment declined', 'payment declined', '3ds challenge abandoned'],
    error: ['AcquirerTimeout: acquirer timed out after {9000-15000} ms', 'SignatureInvalid: signature does not match'],
    database: 'postgresql',
    tables: ['payments', 'payments', 'refunds'],
    asks: 'api.cardlane.example',
    extra: (_, { amount, order, paymentMethod }) => ({
      order_id: order,
      amount_eur: amount,
      payment_method: paymentMethod,
    }),
  },
  'fraud-check': {
    app: 'payments',
    version: '2.15.0',
    routes: ['/score'],
    info: ['order approved', 'order approved', 'order sent to review'],
    warning: ['order rejected'],
    error: ['ModelMissing: no model for country', 'ScoreTimeout: scoring timed out after {300-2000} ms'],
    database: 'redis',
    tables: ['velocity'],
    extra: (random, { order }) => ({
      order_id: order,
      score: random.between(1, 100),
      reason: random.pick(['velocity', 'velocity', 'address_mismatch', 'blocked_card']),
    }),
  },
  'payout-worker': {
    app: 'payments',
    version: '1.9.4',
    routes: [],
    info: ['payout sent', 'payout sent', 'payout scheduled'],
    warning: ['payout delayed by {1-4} days'],
    error: [
      'IbanRejected: payout failed, bank rejected the account number',
      'BankUnavailable: payout failed, bank did not answer',
    ],
    topic: 'payout.due',
    asks: 'api.sepabank.example',
    // An older library writes numbers as text.
    extra: (random, { amount, seller }) => {
      const attempt = random.chance(0.6) ? 1 : random.between(2, 7);
      return { seller_id: seller, amount_eur: amount, attempt: random.chance(0.3) ? String(attempt) : attempt };
    },
  },
};

/** The services that bring what was bought. */
const FULFILMENT: Readonly<Record<string, MarketService>> = {
  'order-service': {
    app: 'fulfilment',
    version: '7.7.1',
    routes: ['/api/v2/orders', '/api/v2/orders', '/api/v2/orders/:id', '/api/v1/invoices'],
    info: ['order placed', 'order placed', 'order updated', 'order cancelled'],
    warning: ['duplicate request ignored', 'invoice without tax number'],
    error: ['Deadlock: deadlock detected on table orders', 'StockGone: item is no longer in stock'],
    database: 'postgresql',
    tables: ['orders', 'orders', 'order_lines'],
    topic: 'order.placed',
    extra: (_, { amount, items, order }) => ({ order_id: order, amount_eur: amount, items }),
  },
  'warehouse-sync': {
    app: 'fulfilment',
    version: '4.1.0',
    routes: [],
    info: ['stock updated', 'stock updated', 'order picked', 'worker restarted'],
    warning: ['stock mismatch of {1-40} pieces'],
    error: [
      'EdiParse: line {2-300} of the file cannot be read',
      'FtpTimeout: transfer timed out after {5000-30000} ms',
    ],
    database: 'postgresql',
    tables: ['stock'],
    topic: 'stock.changed',
    extra: (random, { order }) => ({
      order_id: order,
      warehouse: random.pick(['RTM-1', 'RTM-1', 'RTM-1', 'LEJ-2', 'LEJ-2', 'LYS-4']),
    }),
  },
  shipping: {
    app: 'fulfilment',
    version: '3.0.8',
    routes: ['/rates', '/labels', '/tracking/:id'],
    info: ['parcel handed to carrier', 'parcel delivered', 'parcel delivered', 'label printed'],
    warning: ['parcel delayed by {1-6} days', 'address incomplete'],
    error: ['CarrierDown: carrier answered {500-504}', 'LabelFailed: label printer rejected the format'],
    database: 'postgresql',
    tables: ['parcels'],
    topic: 'parcel.moved',
    asks: 'api.northpost.example',
    extra: (random, { order }) => ({
      order_id: order,
      carrier: random.pick(['northpost', 'northpost', 'northpost', 'swiftvan', 'swiftvan', 'bluecargo']),
    }),
  },
  notifier: {
    app: 'fulfilment',
    version: '2.2.6',
    routes: [],
    info: ['mail sent', 'mail sent', 'push sent', 'sms sent'],
    warning: ['mail bounced'],
    error: ['TemplateMissing: no template for language', 'SmtpRefused: server refused the connection'],
    topic: 'order.placed',
    extra: (random) => ({
      template: random.pick([
        'order_confirmation',
        'order_confirmation',
        'shipping_update',
        'password_reset',
        'review',
      ]),
      attempt: random.chance(0.75) ? 1 : random.between(2, 6),
    }),
  },
};

export const MARKET_BACK: Readonly<Record<string, MarketService>> = { ...PAYMENTS, ...FULFILMENT };
