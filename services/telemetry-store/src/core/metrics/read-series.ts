import type { MetricFunction } from '@clearspan/contracts';
import type { Definition } from './definition.ts';
import { groupedSql } from './grouped-sql.ts';
import { COUNT_SOURCE, increaseSql, meanSql, sumSource } from './increase-sql.ts';
import { type LevelFunction, levelSql } from './level-sql.ts';
import type { MetricQuestion } from './metric-question.ts';
import type { Fault } from './pick-definition.ts';
import { readQuantiles } from './read-quantiles.ts';
import { quantilesHeldSql, summaryQuantileSql } from './summary-sql.ts';

type Row = readonly unknown[];
export type Read = (sql: string, rows: number) => Promise<readonly Row[]>;

/** A series of the answer: its values of the keys asked for, and those of its steps that have one. */
export interface SteppedSeries {
  readonly key: readonly string[];
  readonly values: ReadonlyMap<number, number | null>;
}

export type SeriesOutcome =
  | { readonly ok: true; readonly series: readonly SteppedSeries[] }
  | { readonly ok: false; readonly fault: Fault };

const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value));

/** What a computation needs of the question. */
export interface Computation {
  readonly chosen: string;
  readonly question: MetricQuestion;
  readonly definition: Definition;
  readonly name: MetricFunction;
  readonly quantile: number | null;
}

const valuesSql = ({ question, definition: { type, monotonic }, name, quantile }: Computation): string => {
  if (quantile !== null) return summaryQuantileSql(question, quantile);
  const source = type === 'sum' ? sumSource(monotonic) : COUNT_SOURCE;
  if (name === 'rate' || name === 'increase') return increaseSql(question, name, source);
  return type === 'gauge' || type === 'sum' ? levelSql(question, name as LevelFunction) : meanSql(question);
};

const summaryFault = async ({ chosen, question }: Computation, quantile: number, read: Read): Promise<Fault | null> => {
  const [[held] = []] = await read(quantilesHeldSql(chosen, question), 1);
  const quantiles = (held ?? []) as readonly number[];
  if (quantiles.length === 0 || quantiles.includes(quantile)) return null;
  return {
    path: 'quantile',
    message: `expected a quantile that the summaries have: ${quantiles.join(', ')}; found ${quantile}`,
  };
};

/** The series of the answer, one more than are shown when there are more. Rejects with a `StoreError`. */
export const readSeries = async (
  computation: Computation,
  bucketPointsMax: number,
  read: Read,
): Promise<SeriesOutcome> => {
  const { chosen, question, definition, quantile } = computation;
  if (quantile !== null && definition.type !== 'summary') {
    return readQuantiles(computation, quantile, bucketPointsMax, read);
  }
  const rows = await read(groupedSql(chosen, valuesSql(computation), question), question.groupsMax + 1);
  if (rows.length === 0 && quantile !== null) {
    const fault = await summaryFault(computation, quantile, read);
    if (fault !== null) return { ok: false, fault };
  }
  const series = rows.map(([key, values]) => ({
    key: key as string[],
    values: new Map((values as readonly Row[]).map(([step, value]) => [Number(step), numberOrNull(value)])),
  }));
  return { ok: true, series };
};
