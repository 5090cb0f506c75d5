import { intervalText as canonicalText } from '@clearspan/dataprime';

const HOUR = 3_600_000_000_000n;
const DAY = 24n * HOUR;

/** An interval as it was asked for: as DataPrime writes it, but from one day to two in hours, because people say "24 hours". */
export const intervalText = (nanos: bigint): string => {
  const size = nanos < 0n ? -nanos : nanos;
  if (size < DAY || size >= 2n * DAY) return canonicalText(nanos);
  const rest = size % HOUR;
  return `${nanos < 0n ? '-' : ''}${size / HOUR}h${rest === 0n ? '' : canonicalText(rest)}`;
};
