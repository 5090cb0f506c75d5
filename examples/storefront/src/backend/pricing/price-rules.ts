import { BAD_VERSION } from '../../version.ts';
import type { PriceRule } from './price-rule.ts';

/** In the order they are applied: each sees the price that those before it made. */
const RULES: readonly PriceRule[] = [
  {
    id: 'scarce_stock',
    when: [
      { kind: 'stock_at_least', units: 1 },
      { kind: 'stock_at_most', units: 20 },
    ],
    adjust: { kind: 'percent', percent: 15 },
  },
  { id: 'overstock', when: [{ kind: 'stock_at_least', units: 400 }], adjust: { kind: 'percent', percent: -8 } },
  {
    id: 'clearance',
    when: [
      { kind: 'older_than', days: 730 },
      { kind: 'stock_at_least', units: 100 },
    ],
    adjust: { kind: 'percent', percent: -25 },
  },
  { id: 'newcomer', when: [{ kind: 'newer_than', days: 30 }], adjust: { kind: 'percent', percent: -10 } },
  { id: 'price_ending', when: [], adjust: { kind: 'end_in', cents: 99 } },
];

/** Storage costs on top, shared by the units in stock: whoever wrote this did not think of none. */
const RULES_OF_BAD_VERSION: readonly PriceRule[] = [
  { id: 'storage_costs', when: [], adjust: { kind: 'share_among_stock', cents: 5_000 } },
  ...RULES,
];

/** The rules that a version of the service prices by. */
export const rulesOf = (version: string): readonly PriceRule[] =>
  version === BAD_VERSION ? RULES_OF_BAD_VERSION : RULES;
