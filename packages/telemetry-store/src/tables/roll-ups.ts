import { RED_1M, redSelect } from './red.ts';
import type { Table } from './table.ts';
import { TRACES, tracesSelect } from './traces.ts';

/** A table that the engine folds from spans as they arrive, and how it is made anew. */
export interface RollUp {
  readonly table: Table;
  /** Expression of the day that a row belongs to. */
  readonly day: string;
  /** Aggregate of how many spans the rows are of. */
  readonly spans: string;
  readonly select: (where: string) => string;
}

export const ROLL_UPS: readonly RollUp[] = [
  { table: TRACES, day: 'day', spans: 'sum(spans)', select: tracesSelect },
  { table: RED_1M, day: 'toDate(minute)', spans: 'sum(calls)', select: redSelect },
];
