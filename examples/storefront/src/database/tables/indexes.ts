/** The indexes beside those of the primary keys, by their names; each statement may be run when the index is there. */
export const INDEXES = {
  order_lines_by_order: 'CREATE INDEX IF NOT EXISTS order_lines_by_order ON order_lines (order_id)',
  orders_by_state: 'CREATE INDEX IF NOT EXISTS orders_by_state ON orders (state, created_at)',
} as const;

export type IndexName = keyof typeof INDEXES;

export const isIndexName = (name: string): name is IndexName => Object.hasOwn(INDEXES, name);
