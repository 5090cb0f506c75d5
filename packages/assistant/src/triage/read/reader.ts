import type { Bundle, BundleFinding, BundlePart, QueryResult } from '@clearspan/contracts';
import { countText, plural } from '../amount-text.ts';
import { windowRecordsMin } from '../limits.ts';

/** Records in each window. */
export interface Totals {
  readonly now: number;
  readonly before: number;
}

export interface ReadInput {
  readonly part: BundlePart;
  readonly result: QueryResult;
  readonly symptom: Bundle['symptom'];
  /** Of the data set; null where it could not be told. */
  readonly totals: Totals | null;
}

/** What the rows of a part say. Never a cause: only what differs, with the numbers of both sides. */
export type Reader = (input: ReadInput) => BundleFinding;

export const recordWord = ({ dataset }: BundlePart): string => (dataset === 'logs' ? 'log line' : 'span');

/** Why the windows cannot be compared; null where they can. */
export const tooLittle = ({ part, totals }: ReadInput): string | null => {
  if (totals === null || (totals.now >= windowRecordsMin && totals.before >= windowRecordsMin)) return null;
  const found = `${plural(totals.now, recordWord(part))} in the window, ${countText(totals.before)} before`;
  return `Too little data to compare: ${found}, and ${windowRecordsMin} are needed in each.`;
};

/** `'charge card' in payments`. */
export const placed = (name: string | null, service: string | null): string =>
  [name, service].filter((text) => text !== null && text !== '').join(' in ') || 'those without a service';

/** `, and 3 more` where there are more than the one that was told. */
export const andMore = (count: number): string => (count > 1 ? `, and ${count - 1} more` : '');

export const rounded = (g2: number): number => Number(g2.toFixed(1));
