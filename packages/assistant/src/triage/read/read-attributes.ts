import type { BundlePart, ResultColumn } from '@clearspan/contracts';
import { countText, plural, quoted, shareText, short } from '../amount-text.ts';
import { oddsRatio, sharesG2 } from '../g-squared.ts';
import {
  attributeG2Min,
  durationRatioMin,
  oddsRatioMin,
  rowsShownMax,
  slowShareMin,
  supportMin,
  windowRecordsMin,
} from '../limits.ts';
import { ATTRIBUTE_ROWS_MAX } from '../part-queries.ts';
import { type Cells, cellsOf } from './cells.ts';
import { type Reader, type ReadInput, recordWord, rounded } from './reader.ts';

interface Counted {
  readonly with: number;
  readonly total: number;
}
interface Difference {
  readonly attribute: string;
  readonly value: string;
  readonly part: Counted;
  readonly other: Counted;
  readonly g2: number;
  readonly odds: number;
}

const share = (counted: Counted): number => (counted.total === 0 ? 0 : counted.with / counted.total);

/** How the two sides are called. */
const SIDES: Readonly<Record<NonNullable<BundlePart['compared']>, readonly [part: string, other: string]>> = {
  slow: ['slow', 'other'],
  failing: ['failing', 'other'],
  changed: ['now', 'before'],
};

const differencesIn = (
  rows: readonly Cells[],
  keys: readonly ResultColumn[],
  // The severity of a line comes with its failure; the kind of a span is an attribute as any other.
  isApart: boolean,
  columns: { readonly part: string; readonly all: string },
): { part: number; other: number; differences: readonly Difference[] } => {
  const counts = (row: Cells) => {
    const part = row.count(columns.part);
    return { part, other: row.count(columns.all) - part };
  };
  const [always, ...others] = keys;
  const whole = rows.filter((row) => always !== undefined && row.text(always.name) !== null).map(counts);
  const part = whole.reduce((sum, row) => sum + row.part, 0);
  const other = whole.reduce((sum, row) => sum + row.other, 0);
  const differences = rows.flatMap((row) => {
    const column = (isApart ? keys : others).find(({ name }) => row.text(name) !== null);
    if (column === undefined) return [];
    const counted = counts(row);
    return [
      {
        attribute: column.name,
        value: row.text(column.name) ?? '',
        part: { with: counted.part, total: part },
        other: { with: counted.other, total: other },
        g2: sharesG2(counted.part, part, counted.other, other),
        odds: oddsRatio(counted.part, part, counted.other, other),
      },
    ];
  });
  return { part, other, differences };
};

const tells = ({ part, other, g2, odds }: Difference, bothWays: boolean): boolean => {
  if (g2 < attributeG2Min) return false;
  if (odds >= oddsRatioMin) return part.with >= supportMin;
  return bothWays && odds <= 1 / oddsRatioMin && other.with >= supportMin;
};

const ofText = (counted: Counted): string =>
  `${countText(counted.with)} of ${countText(counted.total)} (${shareText(share(counted))})`;

const littleIn = (
  part: number,
  other: number,
  { part: { compared }, result }: ReadInput,
  word: string,
): string | null => {
  if (result.rows.length >= ATTRIBUTE_ROWS_MAX)
    return `Too many values to compare: more than ${countText(ATTRIBUTE_ROWS_MAX)}.`;
  const [one, two] = SIDES[compared ?? 'slow'];
  if (part >= supportMin && other >= windowRecordsMin) return null;
  if (compared === 'failing' && part === 0 && other > 0) return `None of ${plural(other, word)} failed.`;
  return `Too little data to compare: ${countText(part)} ${one}, ${countText(other)} ${two} ${word}s; ${supportMin} and ${windowRecordsMin} are needed.`;
};

/** The values of attributes that slow or failing records have far more often than the others. */
export const readAttributes: Reader = (input) => {
  const { part, result, symptom } = input;
  const compared = part.compared ?? 'slow';
  const columns = { part: compared === 'changed' ? 'now' : compared, all: part.dataset };
  const keys = result.columns.slice(0, -2);
  const found = differencesIn(cellsOf(result), keys, part.dataset === 'spans', columns);
  const word = recordWord(part);
  const little = littleIn(found.part, found.other, input, word);
  const differences = little === null ? found.differences.filter((one) => tells(one, compared === 'changed')) : [];
  const ranked = differences.toSorted((a, b) => b.g2 - a.g2 || (a.value < b.value ? -1 : 1));
  const [one, two] = SIDES[compared];
  const all = `${countText(found.part)} ${one}, ${countText(found.other)} ${two} ${word}s`;
  const [first] = ranked;
  const sentence =
    little ??
    (first === undefined
      ? `No attribute of ${keys.length} differs beyond chance and ${oddsRatioMin} times the odds: ${all}.`
      : `Differs most in ${first.attribute} = ${quoted(first.value)}: ${ofText(first.part)} ${one}, ${ofText(first.other)} ${two}.`);
  // Some calls are slow at any time: in general that is worth a word only where there are more of them than there were.
  const isCalm = compared === 'slow' && symptom !== 'slow' && found.part < (found.part + found.other) * slowShareMin;
  return {
    sentence,
    stands_out: ranked.length > 0 && !isCalm,
    columns: ['attribute', 'value', one, two, 'odds ratio', 'G²'],
    rows: ranked
      .slice(0, rowsShownMax)
      .map((row) => [
        row.attribute,
        short(row.value),
        ofText(row.part),
        ofText(row.other),
        rounded(row.odds),
        rounded(row.g2),
      ]),
    statistic:
      `G² of the two shares; listed from ${attributeG2Min}, ${oddsRatioMin} times the odds and ${supportMin} records` +
      (compared === 'slow'
        ? `; slow is over ${durationRatioMin} times the p95 that the same operation had before`
        : ''),
  };
};
