import { groups } from '../facts.ts';
import { percent, whole } from '../figures.ts';
import { cellOf, labelOf, numberOf, rolesOf } from '../sample.ts';
import type { InsightRule } from './rule.ts';

const GROUPS_MIN = 3;
const SHARE_MIN = 0.5;

/** One group that outweighs all others together. Shares make sense only of amounts, so a negative number ends it. */
export const skewedGroups: InsightRule = ({ execution, query }) => {
  if (execution === null || !groups(query)) return null;
  const { sample, columns, row_count } = execution;
  const { numbers, labels } = rolesOf(columns);
  const [value] = numbers;
  if (value === undefined || labels.length === 0 || sample.length < GROUPS_MIN) return null;
  const amounts = sample.map((row) => ({ label: labelOf(row, labels), amount: numberOf(cellOf(row, value)) ?? 0 }));
  if (amounts.some(({ amount }) => amount < 0)) return null;
  const total = amounts.reduce((sum, { amount }) => sum + amount, 0);
  const first = amounts.reduce((a, b) => (b.amount > a.amount ? b : a));
  if (total === 0 || first.amount / total < SHARE_MIN) return null;
  const among =
    row_count > sample.length ? `the first ${whole(sample.length)} groups` : `all ${whole(sample.length)} groups`;
  return {
    kind: 'result',
    message: `\`${first.label}\` holds ${percent(first.amount / total)} of the ${value.name} of ${among}`,
  };
};
