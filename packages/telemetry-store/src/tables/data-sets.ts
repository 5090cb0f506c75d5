import type { TableName } from './table.ts';

/** What is kept and dropped together: the tables of a signal and what is folded from them. */
export type DataSet = 'logs' | 'spans' | 'metrics';

export const DATA_SETS: readonly DataSet[] = ['logs', 'spans', 'metrics'];

/** Whole days a record is kept, counted from its own time. */
export type RetentionDays = Readonly<Record<DataSet, number>>;

export const sameDays = (days: number): RetentionDays => ({ logs: days, spans: days, metrics: days });

/** The tables whose rows are what was sent; the others of a data set are made of it. */
export const RECORD_TABLES: Readonly<Record<DataSet, readonly TableName[]>> = {
  logs: ['logs'],
  spans: ['spans'],
  metrics: ['metric_points', 'metric_hists'],
};
