import type { Catalog } from '@clearspan/contracts';
import { numberField, SERVICES, shop, textField } from './shop.ts';

export { NOW_NANOS } from './shop.ts';

/** Shelters for animals: nested records that each name their event by a code, and say it in `event_text`. */
export const kennel: Catalog = {
  ...shop,
  logs: {
    ...shop.logs,
    fields: [
      ...shop.logs.fields.filter(({ root }) => root !== 'd'),
      textField('l', ['subsystemname'], SERVICES),
      textField('d', ['event'], {
        'donation.received': 900,
        'visit.booked': 800,
        'adoption.requested': 700,
        'quiz.submitted': 300,
        'quiz.opened': 350,
        'visit.cancelled': 120,
        'adoption.declined': 90,
        'donation.refunded': 60,
        'kennel.filled': 30,
      }),
      textField('d', ['event_text'], {
        'donation received, thank you': 900,
        'a visit was booked': 800,
        'somebody asked for an adoption': 700,
        'answers handed over': 300,
        'the kennel is full': 30,
        'parcel of food received': 200,
        'payout succeeded': 90,
        'payout failed': 20,
        'it took two days': 5,
      }),
      textField('d', ['shelter', 'key'], ['north', 'harbour-road', 'old-mill']),
      textField('d', ['pet', 'slug'], ['rex', 'bella', 'minka']),
      textField('d', ['donation', 'id'], ['d-1001', 'd-1002', 'd-1003'], { distinct: 900, presence: 0.3 }),
      textField('d', ['couponCode'], ['SPRING', 'FRIENDS'], { presence: 0.2 }),
      textField('d', ['student', 'id'], ['s-1', 's-2', 's-3'], { distinct: 300, presence: 0.2 }),
      numberField('d', ['stars'], { min: 1, p50: 4, p95: 5, max: 5 }, { presence: 0.2 }),
      numberField('d', ['wait_minutes'], { min: 1, p50: 12, p95: 60, max: 200 }, { presence: 0.2 }),
      numberField('d', ['items'], { min: 1, p50: 2, p95: 9, max: 30 }, { presence: 0.2 }),
      numberField('d', ['donation', 'amount'], { min: 5, p50: 30, p95: 200, max: 900 }, { presence: 0.3 }),
    ],
  },
};
