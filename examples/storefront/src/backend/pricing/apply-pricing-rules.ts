import { inSpan } from '@clearspan/instrumentation';
import type { FaultBoard } from '../../faults/fault-board.ts';
import type { Product } from '../database/database-answers.ts';
import { processing } from '../meters.ts';
import { priceOf } from './price-of.ts';
import { rulesOf } from './price-rules.ts';

const DAY_MS = 86_400_000;

export interface PricingDeps {
  readonly board: FaultBoard;
  /** The version of the service that is deployed. */
  readonly version: () => string;
  /** Milliseconds of Unix time. */
  readonly now: () => number;
}

/** The price of a product now, with two decimals. */
export const applyPricingRules = ({ name, stock, created_at }: Product, { board, version, now }: PricingDeps): number =>
  inSpan('apply_pricing_rules', {}, (span) =>
    processing('pricing', () => {
      board.running('bad_deploy')?.mark(span);
      const goods = { name, stock, ageDays: (now() - Date.parse(created_at)) / DAY_MS };
      const price = priceOf(goods, rulesOf(version()));
      span.setAttributes({
        'pricing.rules': [...price.rules],
        'pricing.base_price': price.baseCents / 100,
        'pricing.calculated_price': price.cents / 100,
      });
      return price.cents / 100;
    }),
  );
