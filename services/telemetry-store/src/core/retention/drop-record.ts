import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DataSet } from '@clearspan/telemetry-store';

/** What was dropped last of a data set. */
export interface Dropped {
  /** ISO 8601. */
  readonly at: string;
  /** `20260105` */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly rows: number;
  readonly bytes: number;
}

/** By data set; kept in a file, because a restart must not take in again what was too much. */
export interface DropRecord {
  last(dataSet: DataSet): Dropped | null;
  /** The first day that was never dropped; null while nothing was. */
  keptFrom(dataSet: DataSet): string | null;
  /** To be called before anything is dropped: what was dropped and is not known would be taken in again. */
  note(dataSet: DataSet, dropped: Dropped): Promise<void>;
}

type Held = Partial<Readonly<Record<DataSet, { readonly keptFrom: string; readonly last: Dropped }>>>;

const DAY_MS = 86_400_000;

/** `20260105` in milliseconds since 1970. */
export const dayMs = (day: string): number =>
  Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00Z`);

/** The day of a time, `20260105`. */
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10).replaceAll('-', '');

const read = async (path: string): Promise<Held> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return JSON.parse(text) as Held;
  } catch (error) {
    throw new Error(`expected JSON in ${path}; without the file, what was dropped before is not known`, {
      cause: error,
    });
  }
};

export const openDropRecord = async (path: string): Promise<DropRecord> => {
  let held = await read(path);
  return {
    last: (dataSet) => held[dataSet]?.last ?? null,
    keptFrom: (dataSet) => held[dataSet]?.keptFrom ?? null,
    note: async (dataSet, dropped) => {
      const nextMs = dayMs(dropped.lastDay) + DAY_MS;
      // A day that came again is dropped again: later ones are gone all the same.
      const beforeMs = dayMs(held[dataSet]?.keptFrom ?? dropped.firstDay);
      held = { ...held, [dataSet]: { keptFrom: dayOf(Math.max(nextMs, beforeMs)), last: dropped } };
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.new`, `${JSON.stringify(held, null, 1)}\n`, { flush: true });
      await rename(`${path}.new`, path);
    },
  };
};
