import { percent, whole } from '../figures.ts';
import { cellOf } from '../sample.ts';
import type { InsightRule } from './rule.ts';

const ROWS_MIN = 5;
const SHARE_MIN = 0.5;

/** The column that is missing most often, when that is more often than not. */
export const missingValues: InsightRule = ({ execution }) => {
  if (execution === null || execution.sample.length < ROWS_MIN) return null;
  const { sample, columns } = execution;
  const missing = columns.map((column) => ({
    name: column.name,
    share: sample.filter((row) => (cellOf(row, column) ?? null) === null).length / sample.length,
  }));
  const worst = missing.reduce((a, b) => (b.share > a.share ? b : a), { name: '', share: 0 });
  if (worst.share < SHARE_MIN) return null;
  return {
    kind: 'quality',
    message: `${worst.name} has no value in ${percent(worst.share)} of the ${whole(sample.length)} rows looked at`,
  };
};
