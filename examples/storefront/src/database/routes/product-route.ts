import { problem, type ServiceApp } from '@clearspan/service-kit';
import { z } from 'zod';
import type { Statement } from '../sql/statement.ts';
import { shopId } from './shop-id.ts';
import { type RouteDeps, withSession } from './with-session.ts';

// An id may be larger than any that the column can hold.
const JOIN: Statement = {
  span: 'join_inventory',
  operation: 'SELECT',
  table: 'products',
  sql: `
    SELECT products.id, products.name, products.description, inventory.stock, products.created_at
    FROM products JOIN inventory ON inventory.product_id = products.id
    WHERE products.id = CAST($1 AS BIGINT)`,
  one: true,
};

const product = z.object({
  id: z.number(),
  name: z.string(),
  description: z.string(),
  stock: z.number(),
  created_at: z.string(),
});
const answer = z.object({ database: z.enum(['sqlite', 'postgresql']), product });

/** A product, with how many of it there are. */
export const productRoute = (app: ServiceApp, deps: RouteDeps): void => {
  const config = { span: 'database_get_product' };
  app.get('/db/product/:id', { config, schema: { params: shopId, response: { 200: answer } } }, async (request) => {
    const { id } = request.params;
    const rows = await withSession(deps, request, JOIN, (session) => session.query(JOIN, { params: [id] }));
    const found = rows[0] as z.infer<typeof product> | undefined;
    if (found === undefined) throw problem('NOT_FOUND', `no product ${id}`);
    return { database: deps.dialect.system, product: found };
  });
};
