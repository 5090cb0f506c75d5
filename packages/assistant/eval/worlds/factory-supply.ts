import { type FactoryService, orderOf, tenths } from './factory-service.ts';

/** The services that material comes in and goods go out by. */
export const SUPPLY: Readonly<Record<string, FactoryService>> = {
  'warehouse-api': {
    app: 'supply',
    release: '9.3.0',
    failing: 0.13,
    routes: ['/stock', '/stock/{sku}', '/picks', '/receipts', '/movements'],
    info: ['picked {1-60} parts', 'picked {1-60} parts', 'goods received', 'stock counted', 'pallet moved'],
    warning: ['stock below minimum', 'bin is full'],
    error: [
      'StockNegative: stock would become negative',
      'DbTimeout: query timed out after {5-30} s',
      'ForkliftDown: transport system does not answer',
    ],
    database: 'mssql',
    tables: ['stock', 'stock', 'stock_movements', 'bins'],
    topic: 'stock.changes',
    extra: (random, call) => ({
      Stock: {
        Sku: `RM-${random.between(700, 760)}`,
        Pieces: random.between(0, 900),
        Bin: `${random.pick(['A', 'B', 'C', 'D'])}-${random.between(1, 40)}`,
      },
      ...(random.chance(0.6) ? { Order: orderOf(random, call) } : {}),
    }),
  },
  'supplier-portal': {
    app: 'supply',
    release: '4.8.6',
    failing: 0.05,
    routes: ['/purchase-orders', '/purchase-orders/{id}', '/deliveries', '/invoices'],
    info: ['purchase order confirmed', 'delivery announced', 'delivery received', 'invoice uploaded'],
    warning: ['delivery late', 'delivery late', 'price differs by {2-30} percent'],
    error: [
      'AsnRejected: shipping notice has no batch number',
      'EdiParse: segment {3-40} could not be read',
      'CertificateExpired: material certificate has expired',
    ],
    database: 'postgresql',
    tables: ['purchase_orders', 'deliveries', 'invoices'],
    outside: 'edi.tradewire.example',
    asks: ['warehouse-api'],
    extra: (random, { supplier }, text) => {
      const days = { 'delivery late': random.between(1, 13), 'delivery received': 0 }[text];
      return {
        Supplier: { Name: supplier, ...(days === undefined ? {} : { DaysLate: days }) },
        PurchaseOrder: `PO-${random.between(31_000, 32_500)}`,
        ...(text === 'invoice uploaded' ? { Invoice: { Amount: tenths(random, 150, 48_000) } } : {}),
      };
    },
  },
  'shipping-labels': {
    app: 'supply',
    release: '1.4.2',
    failing: 0.06,
    routes: [],
    info: ['label printed', 'label printed', 'shipment handed to carrier'],
    warning: ['printer out of paper', 'carrier slow, waited {3-40} s'],
    error: ['PrinterOffline: label printer is offline', 'CarrierRejected: carrier rejected the address'],
    topic: 'shipments.ready',
    outside: 'api.northfreight.example',
    extra: (random, call) => ({
      Order: orderOf(random, call),
      Carrier: random.pick(['NorthFreight', 'NorthFreight', 'Railex', 'Kite Parcel']),
      WeightKg: tenths(random, 2, 900),
      Attempt: random.chance(0.8) ? 1 : random.between(2, 5),
    }),
  },
  'erp-sync': {
    app: 'supply',
    release: '7.0.8',
    failing: 0.06,
    routes: [],
    info: ['batch of {10-400} postings sent', 'posting confirmed', 'posting confirmed', 'master data refreshed'],
    warning: ['posting retried', 'queue lag is {10-900} s'],
    error: ['ErpTimeout: ERP call timed out after {10-30} s', 'ErpRejected: posting rejected, period is closed'],
    topic: 'stock.changes',
    outside: 'erp.sapling.example',
    extra: (random) => ({
      Posting: {
        Type: random.pick(['goods issue', 'goods issue', 'goods receipt', 'confirmation', 'invoice']),
        Amount: tenths(random, 10, 9000),
      },
      Attempt: random.chance(0.7) ? 1 : random.between(2, 7),
    }),
  },
};
