import { problem, type ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import type { LookUp } from '../cache/look-up.ts';
import type { Database } from '../database/database.ts';
import { product } from '../database/database-answers.ts';
import { reservePayment } from '../faults/request-faults.ts';
import { processing } from '../meters.ts';
import { NAME } from '../name.ts';
import { applyPricingRules, type PricingDeps } from '../pricing/apply-pricing-rules.ts';
import { readId } from '../read-id.ts';

export interface ProductRouteDeps {
  readonly lookUp: LookUp;
  readonly database: Database;
  readonly pricing: PricingDeps;
}

const params = z.object({ id: z.string() });
const answer = z.object({
  service: z.literal(NAME),
  product: product.extend({ calculated_price: z.number() }),
  from_cache: z.boolean(),
});

/** `GET /api/product/:id`. What is kept is the product; its price is computed for each request. */
export const productRoute = (app: ServiceApp, { lookUp, database, pricing }: ProductRouteDeps): void => {
  const options = { config: { span: 'backend_get_product' }, schema: { params, response: { 200: answer } } };
  app.get('/api/product/:id', options, async (request) => {
    const read = processing('validation', () => readId('product', request.params.id));
    if (!read.ok) throw problem('INVALID_REQUEST', read.message);
    request.span?.setAttribute('product.id', read.id);
    const { value, fromCache } = await lookUp(request, {
      what: 'product',
      key: `product:${read.id}`,
      load: () => database.product(read.id),
    });
    const calculated_price = applyPricingRules(value, pricing);
    reservePayment(request, pricing.board);
    return { service: NAME, product: { ...value, calculated_price }, from_cache: fromCache };
  });
};
