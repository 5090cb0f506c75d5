import type { ParcelService } from './parcel-service.ts';

/** The services that take in a parcel. */
export const SHIPPING: Readonly<Record<string, ParcelService>> = {
  'label-api': {
    app: 'shipping',
    build: '5.8.1',
    routes: ['/v2/labels', '/v2/labels/{id}', '/v2/shipments'],
    info: ['label created', 'label reprinted', 'shipment registered', 'shipment cancelled'],
    warning: ['postal code does not match city', 'label requested twice', 'recipient has no phone number'],
    error: ['LabelRenderTimeout: renderer gave up after {10-30} s', 'AddressInvalid: street is empty'],
    database: 'mysql',
    topic: 'shipments.registered',
    extra: (random, { tracking, printer }) => ({
      trackingNo: tracking,
      serviceLevel: random.pick(['standard', 'standard', 'standard', 'express', 'same-day']),
      labelFormat: random.pick(['pdf', 'pdf', 'zpl', 'png']),
      printer,
      // Who ships may leave it to the scales of the depot to weigh the parcel.
      weightKg: random.chance(0.2) ? 'unknown' : random.between(2, 320) / 10,
    }),
  },
  'rate-calculator': {
    app: 'shipping',
    build: '3.3.0',
    routes: ['/v2/rates', '/v2/surcharges'],
    info: ['rate calculated', 'rate served from cache', 'surcharge table of {20-90} rows loaded'],
    warning: ['fuel surcharge is {2-9} days old', 'no tariff for island, using default'],
    error: [],
    database: 'redis',
    extra: (random) => ({
      serviceLevel: random.pick(['standard', 'standard', 'express', 'same-day']),
      fromCache: random.chance(0.6),
      priceEur: random.between(390, 8_900) / 100,
    }),
  },
  'pickup-planner': {
    app: 'shipping',
    build: '1.14.2',
    routes: ['/v2/pickups', '/v2/pickups/slots'],
    info: ['pickup booked', 'pickup moved', '{2-40} parcels picked up'],
    warning: ['no slot left today', 'sender was not at home'],
    error: ['SlotConflict: slot was booked twice', 'DispatchError: no van in range'],
    database: 'mysql',
    extra: (random, { depot }) => ({
      depot,
      window: random.pick(['morning', 'afternoon', 'afternoon', 'evening']),
      parcels: random.between(1, 60),
    }),
  },
  customs: {
    app: 'shipping',
    build: '2.0.9',
    routes: ['/v2/declarations'],
    info: ['declaration submitted', 'declaration accepted', 'parcel released after {2-70} h'],
    warning: ['tariff code is missing', 'declared value looks too low', 'invoice is not readable'],
    error: ['DeclarationRejected: authority rejected the declaration', 'SchemaError: field {1-30} is not allowed'],
    topic: 'customs.declarations',
    extra: (random, { tracking, carrier }) => ({
      trackingNo: tracking,
      carrier,
      destinationCountry: random.pick(['US', 'US', 'CH', 'GB', 'NO', 'TR']),
      declaredValueEur: random.between(5, 2_200),
    }),
  },
};
