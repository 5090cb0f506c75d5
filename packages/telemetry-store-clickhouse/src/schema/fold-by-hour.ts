import { DATABASE, type RollUp, withinTime } from '@clearspan/telemetry-store';
import type { Run } from './run.ts';

const HOUR_S = 3_600;
const at = (seconds: number): string => `toDateTime64(${seconds}, 9, 'UTC')`;

/**
 * Fills a roll-up from the spans held, all or those of a condition, an hour at a time: what is folded at once fits into
 * memory, and no statement takes long, however many spans there are.
 */
export const foldByHour = async (
  run: Run,
  { table, select }: Pick<RollUp, 'table' | 'select'>,
  condition = '1',
): Promise<void> => {
  const hours = await run(
    `SELECT DISTINCT toUnixTimestamp(toStartOfHour(ts)) AS hour FROM ${DATABASE}.spans WHERE ${condition} ORDER BY hour`,
  );
  for (const [hour] of hours) {
    const from = Number(hour);
    const where = ` WHERE ${condition} AND ${withinTime(at(from), at(from + HOUR_S))}`;
    await run(`INSERT INTO ${DATABASE}.${table.name} ${select(where)}`);
  }
};
