import type { Ran } from '@clearspan/telemetry-store';
import { directRow, ROWS_PER_LINE } from '../direct/direct-lines.ts';

/** The lines of a background query's results; the last one says what it cost. */
export function* resultLines({ rows, scannedBytes }: Ran): Generator<string> {
  const metadata = { statistics: { bytesScanned: String(scannedBytes) } };
  for (let from = 0; from < Math.max(1, rows.length); from += ROWS_PER_LINE) {
    const results = rows.slice(from, from + ROWS_PER_LINE).map(directRow);
    const isLast = from + ROWS_PER_LINE >= rows.length;
    yield `${JSON.stringify({ response: { results: { results } }, ...(isLast ? { metadata } : {}) })}\n`;
  }
}
