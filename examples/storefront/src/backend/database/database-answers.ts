import { z } from 'zod';

const database = z.enum(['sqlite', 'postgresql']);

export const user = z.object({ id: z.int(), name: z.string(), email: z.string(), created_at: z.string() });
export type User = z.infer<typeof user>;

export const product = z.object({
  id: z.int(),
  name: z.string(),
  description: z.string(),
  /** Units that can be sold now. */
  stock: z.number().nonnegative(),
  created_at: z.string(),
});
export type Product = z.infer<typeof product>;

/** `GET /db/query`. */
export const queryAnswer = z.object({
  database,
  timestamp: z.string(),
  rows: z.int(),
  data: z.array(z.record(z.string(), z.unknown())),
});
export type QueryAnswer = z.infer<typeof queryAnswer>;

/** `GET /db/user/:id` and `GET /db/product/:id`. */
export const userAnswer = z.object({ database, user });
export const productAnswer = z.object({ database, product });
