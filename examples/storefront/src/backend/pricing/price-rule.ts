/** What is looked at of a product. */
export interface Goods {
  readonly name: string;
  readonly stock: number;
  readonly ageDays: number;
}

/** A rule applies where all of its conditions hold; without any it always does. */
export type Condition =
  | { readonly kind: 'stock_at_least'; readonly units: number }
  | { readonly kind: 'stock_at_most'; readonly units: number }
  | { readonly kind: 'older_than'; readonly days: number }
  | { readonly kind: 'newer_than'; readonly days: number };

export type Adjustment =
  /** -100 at least, so that no price becomes negative. */
  | { readonly kind: 'percent'; readonly percent: number }
  /** Up to the next price that ends so: 99 makes 12.99 of 12.40. */
  | { readonly kind: 'end_in'; readonly cents: number }
  /** An amount that all units in stock share. */
  | { readonly kind: 'share_among_stock'; readonly cents: number };

export interface PriceRule {
  readonly id: string;
  readonly when: readonly Condition[];
  readonly adjust: Adjustment;
}

export const holds = (condition: Condition, { stock, ageDays }: Goods): boolean => {
  switch (condition.kind) {
    case 'stock_at_least':
      return stock >= condition.units;
    case 'stock_at_most':
      return stock <= condition.units;
    case 'older_than':
      return ageDays > condition.days;
    case 'newer_than':
      return ageDays < condition.days;
  }
};

/** Cents after an adjustment, which are whole. */
export const adjusted = (cents: number, adjustment: Adjustment, { stock }: Goods): number => {
  switch (adjustment.kind) {
    case 'percent':
      return Math.round((cents * (100 + adjustment.percent)) / 100);
    case 'end_in': {
      const ending = Math.floor(cents / 100) * 100 + adjustment.cents;
      return ending >= cents ? ending : ending + 100;
    }
    case 'share_among_stock':
      return cents + Math.round(adjustment.cents / stock);
  }
};
