import { type DataSet, TABLES } from '@clearspan/telemetry-store';
import type { Partition } from '@clearspan/telemetry-store-clickhouse';

export interface DropLimits {
  /** Bytes on disk that a data set may have; null for any number. */
  readonly bytesMax: number | null;
  /** `20260105`: days before it were dropped once, and what came of them since goes too; null while none was. */
  readonly keptFrom: string | null;
  /** Today in UTC. Clocks differ: a record of tomorrow must not make today old. */
  readonly today: string;
}

/** What goes of a data set, the oldest first. */
export interface DropPlan {
  readonly partitions: readonly Partition[];
  /** Days that go whole, the oldest first. */
  readonly days: readonly string[];
  /** Bytes above the limit that remain, because the newest day alone has them. */
  readonly bytesOver: number;
}

const DAY_CHARS = 8;
const NOTHING: DropPlan = { partitions: [], days: [], bytesOver: 0 };

const bytesOf = (partitions: readonly Partition[]): number => partitions.reduce((sum, { bytes }) => sum + bytes, 0);

/** `202601` is `20260131`. */
const endOfMonth = (month: string): string =>
  `${month}${new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(4)), 0)).getUTCDate()}`;

/** By day. What is kept by month goes with the last day of it that there is, because each of its days may need it. */
const byDay = (partitions: readonly Partition[]): ReadonlyMap<string, readonly Partition[]> => {
  const days = [...new Set(partitions.filter(({ id }) => id.length === DAY_CHARS).map(({ id }) => id))].sort();
  const lastOf = new Map(days.map((day) => [day.slice(0, -2), day]));
  const dayOf = ({ id }: Partition): string => (id.length === DAY_CHARS ? id : (lastOf.get(id) ?? endOfMonth(id)));
  const known = [...new Set([...days, ...partitions.map(dayOf)])].sort();
  return new Map(known.map((day) => [day, partitions.filter((partition) => dayOf(partition) === day)]));
};

/**
 * Decides what must go so that a data set has no more bytes than it may: whole days of all its tables, the oldest first,
 * and never the newest one or what is of today.
 */
export const planDrops = (
  all: readonly Partition[],
  dataSet: DataSet,
  { bytesMax, keptFrom, today }: DropLimits,
): DropPlan => {
  if (bytesMax === null) return NOTHING;
  const days = byDay(all.filter(({ table }) => TABLES[table].dataSet === dataSet));
  const newest = [...days.keys()].at(-1) ?? today;
  const safeFrom = newest < today ? newest : today;
  let bytes = bytesOf([...days.values()].flat());
  const going: string[] = [];
  for (const [day, partitions] of days) {
    const isOver = bytes > bytesMax || (keptFrom !== null && day < keptFrom);
    if (!isOver || day >= safeFrom) break;
    going.push(day);
    bytes -= bytesOf(partitions);
  }
  return {
    partitions: going.flatMap((day) => days.get(day) ?? []),
    days: going,
    bytesOver: Math.max(0, bytes - bytesMax),
  };
};
