import { NANOS } from './time-spec.ts';

const noon = 12;
/** Below it nobody says which half of the day is meant by two hours of the same half: "between 2 and 4". */
const morningFrom = 7;

/**
 * Two bare hours of a day that is named, as times since its midnight; null where both halves of the day would fit.
 * "between 10 and 2" passes noon, "between 8 and 12" and "between 9 and 17" are as they are written, "22 and 2" passes midnight.
 */
export const hoursOfDay = (first: number, second: number): { readonly from: bigint; readonly to: bigint } | null => {
  const at = (hour: number): bigint => BigInt(hour) * NANOS.hour;
  if (first === second) return null;
  if (second < first) return { from: at(first), to: at(first > noon ? second + 2 * noon : second + noon) };
  return first >= morningFrom || second > noon ? { from: at(first), to: at(second) } : null;
};
