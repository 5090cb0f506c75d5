import { countText, durationText, plural } from '../amount-text.ts';
import { sharesG2 } from '../g-squared.ts';
import { durationRatioMin, g2Min, operationSpansMin, rowsShownMax, shareDifferenceMin } from '../limits.ts';
import { type Cells, cellsOf } from './cells.ts';
import { andMore, placed, type Reader, rounded } from './reader.ts';

interface Durations {
  readonly calls: number;
  readonly median: number;
  readonly p95: number;
  /** Calls that took longer than 95 of 100 did before. */
  readonly slow: number;
}
interface Operation {
  readonly service: string | null;
  readonly name: string | null;
  readonly now: Durations;
  readonly before: Durations;
  readonly g2: number;
}

const durationsOf = (row: Cells): Durations => ({
  calls: row.count('calls'),
  median: row.count('median'),
  p95: row.count('p95'),
  slow: row.count('slow'),
});

const operationsIn = (rows: readonly Cells[]): readonly Operation[] => {
  const idOf = (row: Cells): string => JSON.stringify([row.text('service'), row.text('operation')]);
  const before = new Map(
    rows.filter((row) => row.text('period') === 'before').map((row) => [idOf(row), durationsOf(row)]),
  );
  return rows.flatMap((row) => {
    const then = before.get(idOf(row));
    const now = durationsOf(row);
    if (row.text('period') !== 'now' || then === undefined || now.calls < operationSpansMin) return [];
    const g2 = sharesG2(now.slow, now.calls, then.slow, then.calls);
    return [{ service: row.text('service'), name: row.text('operation'), now, before: then, g2 }];
  });
};

const risen = ({ now, before }: Operation): number => now.slow / now.calls - before.slow / before.calls;

const isSlower = (operation: Operation): boolean =>
  operation.g2 >= g2Min &&
  risen(operation) >= shareDifferenceMin &&
  (operation.now.median >= operation.before.median * durationRatioMin ||
    operation.now.p95 >= operation.before.p95 * durationRatioMin);

const both = (now: string, before: string): string => `${now} (${before} before)`;
const overText = ({ slow, calls }: Durations): string => `${countText(slow)} of ${countText(calls)}`;

/**
 * Operations whose calls take longer than before. What is slow at nearly every call comes before those that call it among
 * other things, however many of them there are.
 */
export const readLatency: Reader = ({ part, result }) => {
  const unit = part.unit ?? '';
  const time = (now: number, before: number): string => both(durationText(now, unit), durationText(before, unit));
  const operations = operationsIn(cellsOf(result)).toSorted((a, b) => risen(b) - risen(a) || b.g2 - a.g2);
  const slower = operations.filter(isSlower);
  const shown = [...slower, ...operations.filter((operation) => !slower.includes(operation))];
  const [first] = shown;
  const told = ({ service, name, now, before }: Operation): string =>
    `${placed(name, service)}, median ${time(now.median, before.median)}, p95 ${time(now.p95, before.p95)}, ` +
    `${overText(now)} calls over the p95 of before (${overText(before)} then)`;
  const sentence =
    first === undefined
      ? `Too little data to compare: no operation has ${operationSpansMin} calls in each window.`
      : slower.length > 0
        ? `Slower than before: ${told(first)}${andMore(slower.length)}; ${plural(operations.length, 'operation')} compared.`
        : `None of ${plural(operations.length, 'operation')} is slower than before beyond chance; nearest: ${told(first)}.`;
  return {
    sentence,
    stands_out: slower.length > 0,
    columns: ['service', 'operation', 'calls', 'median', 'p95', 'over the p95 of before', 'G²'],
    rows: shown
      .slice(0, rowsShownMax)
      .map(({ service, name, now, before, g2 }) => [
        service,
        name,
        both(countText(now.calls), countText(before.calls)),
        time(now.median, before.median),
        time(now.p95, before.p95),
        both(overText(now), overText(before)),
        rounded(g2),
      ]),
    statistic:
      `ranked by the share of calls over the p95 that the operation had before, less what it was then; ` +
      `stands out from ${shareDifferenceMin * 100} points more, G² of ${g2Min}, and a median or p95 of ${durationRatioMin} times`,
  };
};
