import type { BundlePart } from '@clearspan/contracts';
import { nowAndBefore } from '../amount-text.ts';
import { countsG2 } from '../g-squared.ts';
import { g2Min, rowsShownMax, volumeRatioMin, windowRecordsMin } from '../limits.ts';
import { cellsOf } from './cells.ts';
import { andMore, type Reader, type ReadInput, rounded, type Totals, tooLittle } from './reader.ts';

export const totalsIn = (result: ReadInput['result']): Totals =>
  cellsOf(result).reduce<Totals>(
    (sum, row) => ({ now: sum.now + row.count('now'), before: sum.before + row.count('before') }),
    { now: 0, before: 0 },
  );

const nameOf = ({ dataset }: BundlePart): string => (dataset === 'logs' ? 'Log lines' : 'Spans');

/** Services that are new, gone, or of which far more or far less comes in. */
export const readVolume: Reader = (input) => {
  const lines = cellsOf(input.result)
    .map((row) => {
      const [now, before] = [row.count('now'), row.count('before')];
      return { service: row.text('service') ?? 'without a service', now, before, g2: countsG2(now, before) };
    })
    .toSorted((a, b) => b.g2 - a.g2 || b.now - a.now);
  const changed = lines.filter(
    ({ now, before, g2 }) => g2 >= g2Min && (now >= before * volumeRatioMin || before >= now * volumeRatioMin),
  );
  const { now, before } = totalsIn(input.result);
  // Of what has gone silent little is left, and that is the finding.
  const little = before < windowRecordsMin ? tooLittle(input) : null;
  const of = `of ${lines.length} ${lines.length === 1 ? 'service' : 'services'}`;
  const all = `${nameOf(input.part)}: ${nowAndBefore(now, before)}, ${of}`;
  const [first] = changed;
  const state = first?.before === 0 ? ' is new' : first?.now === 0 ? ' is gone' : '';
  const sentence =
    little ??
    (first === undefined
      ? `${all}; none is new, gone, doubled or halved.`
      : `${first.service}${state}: ${nowAndBefore(first.now, first.before)}${andMore(changed.length)}.${lines.length > 1 ? ` ${all}.` : ''}`);
  const shown = [...changed, ...lines.filter((line) => !changed.includes(line)).toSorted((a, b) => b.now - a.now)];
  return {
    sentence,
    stands_out: little === null && changed.length > 0,
    columns: ['service', 'now', 'before', 'G²'],
    rows: shown.slice(0, rowsShownMax).map((line) => [line.service, line.now, line.before, rounded(line.g2)]),
    statistic: `G² of the two counts; stands out from ${g2Min} and ${volumeRatioMin} times as many or as few`,
  };
};
