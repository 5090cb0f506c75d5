import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basePriceCents } from '../../src/backend/pricing/price-book.ts';
import { priceOf } from '../../src/backend/pricing/price-of.ts';
import type { Goods } from '../../src/backend/pricing/price-rule.ts';
import { rulesOf } from '../../src/backend/pricing/price-rules.ts';
import { BAD_VERSION, SHOP_VERSION } from '../../src/version.ts';

const RULES = rulesOf(SHOP_VERSION);
const goods = (more: Partial<Goods> = {}): Goods => ({ name: 'Walnut Chair', stock: 40, ageDays: 100, ...more });
const anyGoods: fc.Arbitrary<Goods> = fc.record({
  name: fc.oneof(fc.constantFrom('Walnut Chair', 'Desk', 'Blue Cup', ''), fc.string()),
  stock: fc.nat(100_000),
  ageDays: fc.double({ min: -1, max: 10_000, noNaN: true }),
});

test.each([
  ['as in the book, to its ending', {}, ['price_ending'], 8_999],
  ['scarce', { stock: 20 }, ['scarce_stock', 'price_ending'], 10_299],
  ['no longer scarce', { stock: 21 }, ['price_ending'], 8_999],
  ['sold out is not scarce', { stock: 0 }, ['price_ending'], 8_999],
  ['too many', { stock: 400 }, ['overstock', 'price_ending'], 8_199],
  ['old and plenty', { stock: 100, ageDays: 731 }, ['clearance', 'price_ending'], 6_699],
  ['old and few', { stock: 99, ageDays: 731 }, ['price_ending'], 8_999],
  ['new', { ageDays: 29 }, ['newcomer', 'price_ending'], 8_099],
  ['new and scarce', { ageDays: 1, stock: 1 }, ['scarce_stock', 'newcomer', 'price_ending'], 9_299],
] as const)('%s', (_, more, rules, cents) => {
  expect(priceOf(goods(more), RULES)).toEqual({ baseCents: 8_900, cents, rules });
});

test.each([
  ['Walnut Chair', 8_900],
  ['chair', 8_900],
  ['  Large CHAIR ', 8_900],
  ['Chair Cushion', 1_990],
  ['constructor', 1_990],
  ['', 1_990],
])('%j costs %i before any rule', (name, cents) => {
  expect(basePriceCents(name)).toBe(cents);
});

test('whatever the goods are, the price is the same each time, whole, and not negative; rules are in their order', () => {
  const order = RULES.map(({ id }) => id);
  fc.assert(
    fc.property(anyGoods, (one) => {
      const price = priceOf(one, RULES);
      expect(priceOf({ ...one }, RULES)).toEqual(price);
      expect(Number.isInteger(price.cents) && price.cents >= 0).toBe(true);
      expect(price.cents % 100).toBe(99);
      expect(price.rules).toEqual(order.filter((id) => price.rules.includes(id)));
    }),
  );
});

test('the version that goes wrong has no price for what is sold out, and one for anything else', () => {
  const bad = rulesOf(BAD_VERSION);
  expect(() => priceOf(goods({ stock: 0 }), bad)).toThrow('expected a finite price, found Infinity after the rules');
  fc.assert(
    fc.property(anyGoods, (one) => {
      fc.pre(one.stock > 0);
      expect(Number.isInteger(priceOf(one, bad).cents)).toBe(true);
    }),
  );
});
