import type { ParcelService } from './parcel-service.ts';
import { SHIPPING } from './parcel-shipping.ts';

const DELIVERY: Readonly<Record<string, ParcelService>> = {
  tracking: {
    app: 'delivery',
    build: '12.3.5',
    routes: ['/v2/track/{trackingNo}', '/v2/events'],
    info: ['status shown', 'scan event stored', 'delivery date estimated'],
    warning: ['scan arrived {10-300} min late', 'unknown tracking number', 'events out of order'],
    error: ['EventStoreError: write was not acknowledged', 'EtaModelError: model has no answer'],
    database: 'cassandra',
    topic: 'parcels.scans',
    extra: (random, { tracking }) => ({
      trackingNo: tracking,
      scanType: random.pick(['accepted', 'sorted', 'sorted', 'loaded', 'delivered', 'returned']),
      client: random.pick(['web', 'web', 'app', 'app', 'api']),
    }),
  },
  sorting: {
    app: 'delivery',
    build: '4.1.7',
    routes: [],
    info: ['parcel sorted', 'belt started', 'belt stopped', 'container closed with {20-180} parcels'],
    warning: ['barcode not readable', 'belt is {70-99} percent full', 'parcel is too heavy'],
    error: ['BeltJam: belt {1-9} is blocked', 'ScannerOffline: no heartbeat for {20-240} s'],
    topic: 'parcels.scans',
    extra: (random, { tracking, depot }) => ({
      trackingNo: tracking,
      depot,
      belt: random.between(1, 10),
      beltSpeed: random.between(8, 26) / 10,
    }),
  },
  'route-optimizer': {
    app: 'delivery',
    build: '8.0.3',
    routes: ['/internal/tours', '/internal/tours/{id}/stops'],
    info: ['tour planned', 'tour replanned', 'solver finished after {20-900} iterations'],
    warning: ['{1-12} stops left without a van', 'traffic data is {6-50} min old'],
    error: ['SolverTimeout: no solution within {30-90} s', 'GeocodeError: address not found'],
    database: 'redis',
    extra: (random, { depot }) => ({
      depot,
      stops: random.between(20, 180),
      distanceKm: random.between(15, 240),
      vehicle: random.pick(['van', 'van', 'van', 'bike', 'truck']),
    }),
  },
  'driver-app': {
    app: 'delivery',
    build: '30.2.0',
    routes: ['/v2/driver/tour', '/v2/driver/proof', '/v2/driver/position'],
    info: ['parcel delivered', 'proof of delivery uploaded', 'position updated', 'break started'],
    warning: ['recipient not at home', 'gps signal lost for {1-25} min', 'battery at {3-15} percent'],
    error: ['UploadFailed: photo of {3-20} MB is too large', 'SyncError: tour has changed on the server'],
    extra: (random, { tracking, depot }) => ({
      trackingNo: tracking,
      driver: `D${random.between(10, 35)}`,
      depot,
      os: random.pick(['android', 'android', 'android', 'ios']),
      proof: random.pick(['signature', 'signature', 'photo', 'pin']),
    }),
  },
  'locker-hub': {
    app: 'delivery',
    build: '1.7.4',
    routes: ['/v2/lockers/{id}/open', '/v2/lockers/{id}/reserve'],
    info: ['locker opened', 'compartment reserved', 'parcel collected'],
    warning: ['wrong pickup code', 'locker is full', 'parcel not collected for {3-9} days'],
    error: ['DoorStuck: compartment {1-60} does not open', 'LockerOffline: locker did not answer'],
    database: 'mysql',
    extra: (random) => ({ lockerId: `L-${random.between(100, 120)}`, size: random.pick(['S', 'M', 'M', 'L']) }),
  },
};

const BACKBONE: Readonly<Record<string, ParcelService>> = {
  'customer-portal': {
    app: 'backbone',
    build: '16.5.0',
    routes: ['/login', '/shipments', '/invoices', '/address-book'],
    info: ['logged in', 'logged out', 'address saved', 'invoice downloaded'],
    warning: ['login failed', 'session timed out', 'captcha shown'],
    error: ['BackendTimeout: tracking did not answer within {3-9} s', 'RenderError: widget has no data'],
    database: 'redis',
    extra: (random, { account }) => ({
      remoteIp: account === 'acct-317' ? '203.0.113.90' : `198.51.100.${random.between(40, 70)}`,
      browser: random.pick(['chrome', 'chrome', 'firefox', 'safari', 'edge']),
      language: random.pick(['de', 'de', 'en', 'nl', 'sv']),
    }),
  },
  billing: {
    app: 'backbone',
    build: '7.9.6',
    routes: ['/internal/invoices', '/internal/credits'],
    info: ['invoice issued', 'invoice paid', 'credit note issued'],
    warning: ['invoice overdue by {3-60} days', 'weight correction of {1-12} kg charged'],
    error: ['DirectDebitFailed: bank refused the debit', 'TotalsMismatch: lines differ from total'],
    database: 'mysql',
    extra: (random) => ({
      invoiceNo: `INV-${random.between(40_000, 40_900)}`,
      totalEur: random.between(900, 480_000) / 100,
      payBy: random.pick(['debit', 'debit', 'invoice', 'card']),
    }),
  },
  notifier: {
    app: 'backbone',
    build: '2.11.0',
    routes: [],
    info: ['notification sent', 'notification opened', 'recipient unsubscribed'],
    warning: ['mail bounced', 'sms delayed by {15-400} s'],
    error: ['SmsGatewayError: gateway answered 503', 'TemplateMissing: no text in this language'],
    topic: 'notifications.outbox',
    extra: (random, { tracking }) => ({
      trackingNo: tracking,
      medium: random.pick(['email', 'email', 'sms', 'push']),
      template: random.pick(['on_its_way', 'on_its_way', 'delivered', 'delayed', 'pickup_code']),
      retries: random.between(0, 5),
    }),
  },
};

export const PARCEL_SERVICES: Readonly<Record<string, ParcelService>> = { ...SHIPPING, ...DELIVERY, ...BACKBONE };
