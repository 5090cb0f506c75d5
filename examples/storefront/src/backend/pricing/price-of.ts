import { basePriceCents } from './price-book.ts';
import { adjusted, type Goods, holds, type PriceRule } from './price-rule.ts';

export interface Price {
  readonly baseCents: number;
  readonly cents: number;
  /** Ids of the rules that applied, in their order. */
  readonly rules: readonly string[];
}

/** The same goods under the same rules have the same price. Throws where the rules come to no price. */
export const priceOf = (goods: Goods, rules: readonly PriceRule[]): Price => {
  const baseCents = basePriceCents(goods.name);
  const applied = rules.filter(({ when }) => when.every((condition) => holds(condition, goods)));
  const cents = applied.reduce((price, { adjust }) => adjusted(price, adjust, goods), baseCents);
  const ids = applied.map(({ id }) => id);
  if (!Number.isFinite(cents))
    throw new Error(
      `expected a finite price, found ${cents} after the rules ${ids.join(', ')} at stock ${goods.stock}`,
    );
  return { baseCents, cents, rules: ids };
};
