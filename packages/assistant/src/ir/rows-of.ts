import type { QueryIR } from './query-ir.ts';

/** The records that a query is about, with nothing computed of them, in no order. */
export const rowsOf = (ir: QueryIR): QueryIR => ({
  ...ir,
  shape: 'rows',
  metrics: [],
  keys: [],
  having: [],
  overall: [],
  share: false,
  order: null,
  limit: null,
  perGroup: null,
  columns: [],
});
