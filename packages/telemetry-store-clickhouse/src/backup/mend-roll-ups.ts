import { DATABASE, ROLL_UPS, type RollUp } from '@clearspan/telemetry-store';
import { dropPartition } from '../partitions.ts';
import { foldByHour } from '../schema/fold-by-hour.ts';
import type { Run } from '../schema/run.ts';

const spansByDay = async (run: Run, sql: string): Promise<ReadonlyMap<number, string>> =>
  new Map((await run(sql)).map(([day, spans]) => [Number(day), String(spans)]));

/** As numbers, `20260105`: the names of partitions by day. */
const differingDays = (held: ReadonlyMap<number, string>, folded: ReadonlyMap<number, string>): readonly number[] =>
  [...new Set([...held.keys(), ...folded.keys()])].filter((day) => held.get(day) !== folded.get(day));

const mend = async (run: Run, held: ReadonlyMap<number, string>, rollUp: RollUp): Promise<void> => {
  const { table, day, spans } = rollUp;
  const name = `${DATABASE}.${table.name}`;
  const folded = await spansByDay(run, `SELECT toYYYYMMDD(${day}) AS d, toString(${spans}) FROM ${name} GROUP BY d`);
  for (const wrong of differingDays(held, folded)) {
    await run(dropPartition(table.name, String(wrong)));
    await foldByHour(run, rollUp, `toYYYYMMDD(ts) = ${wrong}`);
  }
};

/**
 * Makes anew the days of roll-ups that are not of the spans held. Each table is backed up at a moment of its own, and spans
 * that came in between are in one of them and not in the other.
 */
export const mendRollUps = async (run: Run): Promise<void> => {
  const tables = (await run(`SELECT name FROM system.tables WHERE database = '${DATABASE}'`)).flat();
  const held = await spansByDay(run, `SELECT toYYYYMMDD(ts) AS d, toString(count()) FROM ${DATABASE}.spans GROUP BY d`);
  // A backup of an older version has fewer: they are made when the store is opened.
  for (const rollUp of ROLL_UPS) if (tables.includes(rollUp.table.name)) await mend(run, held, rollUp);
};
