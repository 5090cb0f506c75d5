import { groups } from '../facts.ts';
import { percent, whole } from '../figures.ts';
import { cellOf, numberOf, rolesOf } from '../sample.ts';
import type { InsightRule } from './rule.ts';

const GROUPS_MIN = 20;
const SINGLE_SHARE_MIN = 0.8;
const GROUPS_PER_ROW_MIN = 0.5;

/** Groups that hold hardly more than one record each: the keys tell records apart instead of bringing them together. */
export const manyGroups: InsightRule = ({ execution, query }) => {
  if (execution === null || !groups(query) || execution.row_count < GROUPS_MIN) return null;
  const { row_count, scanned_rows, sample, columns } = execution;
  const recommendation = 'a key with fewer values, or `top` to keep the largest groups';
  if (scanned_rows > 0 && row_count <= scanned_rows && row_count / scanned_rows >= GROUPS_PER_ROW_MIN)
    return {
      kind: 'cost',
      message: `${whole(row_count)} groups from ${whole(scanned_rows)} scanned rows: nearly every record is a group of its own`,
      recommendation,
    };
  const [value] = rolesOf(columns).numbers;
  if (value === undefined || sample.length < GROUPS_MIN) return null;
  const single = sample.filter((row) => numberOf(cellOf(row, value)) === 1).length;
  if (single / sample.length < SINGLE_SHARE_MIN) return null;
  return {
    kind: 'cost',
    message: `${percent(single / sample.length)} of the first ${whole(sample.length)} groups have ${value.name} = 1`,
    recommendation,
  };
};
