import type { Transformed } from '@clearspan/contracts';
import { aggregates, type Facts } from './facts.ts';
import { cellOf, labelOf, numberOf, rolesOf } from './sample.ts';

const none = (reason: string): Transformed => ({ kind: 'none', reason });

/**
 * The rows of an answer in a form that can be drawn, decided by the types of its columns: one number is a scalar, time
 * and number a series, names and number a ranking. Says why when there is no such form.
 */
export const transform = ({ execution, query }: Facts): Transformed => {
  if (execution === null) return none('the query was not run');
  const { sample, columns } = execution;
  if (sample.length === 0) return none('the answer has no rows');
  if (!aggregates(query)) return none('the rows are single records, not groups or sums of them');
  const { times, numbers, labels } = rolesOf(columns);
  const [value] = numbers;
  if (value === undefined) return none('the answer has no column of numbers');
  const [time] = times;
  if (time !== undefined && labels.length > 0) return none('several series in one answer are not supported yet');
  if (time !== undefined) {
    const points = sample.flatMap((row) => {
      const number = numberOf(cellOf(row, value));
      const at = cellOf(row, time);
      return number === null || typeof at !== 'string' ? [] : [{ time: at, value: number }];
    });
    points.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
    return points.length > 0
      ? { kind: 'series', time: time.name, value: value.name, points }
      : none(`no row has both ${time.name} and ${value.name}`);
  }
  if (labels.length > 0) {
    const points = sample.flatMap((row) => {
      const number = numberOf(cellOf(row, value));
      return number === null ? [] : [{ label: labelOf(row, labels), value: number }];
    });
    points.sort((a, b) => b.value - a.value);
    return points.length > 0
      ? { kind: 'ranking', label: labels.map(({ name }) => name).join(' / '), value: value.name, points }
      : none(`no row has a number in ${value.name}`);
  }
  const [row] = sample;
  const number = row && sample.length === 1 ? numberOf(cellOf(row, value)) : null;
  return number === null
    ? none('the answer has numbers but nothing to tell them apart by')
    : { kind: 'scalar', name: value.name, value: number };
};
