import type { Observe } from '@clearspan/instrumentation';
import type { Dialect } from '../sql/dialect.ts';
import type { Keeper } from '../sql/keeper.ts';
import { SEED_TABLES } from './seed-rows.ts';

const KEPT_MS = 60_000;
const TABLES: ReadonlySet<string> = new Set(SEED_TABLES.map(({ table }) => table));

export interface TableSizesDeps {
  readonly keeper: Keeper;
  readonly dialect: Dialect;
  readonly nowMs: () => number;
  readonly onFailed: (error: unknown) => void;
}

/** Bytes of each table with its indexes, read when they are collected, but not more often than once a minute. */
export const tableSizes = ({ keeper, dialect, nowMs, onFailed }: TableSizesDeps): Observe => {
  let sizes: readonly (readonly [table: string, bytes: number])[] = [];
  let readMs = Number.NEGATIVE_INFINITY;
  return async (set) => {
    if (nowMs() - readMs >= KEPT_MS) {
      readMs = nowMs();
      try {
        const rows = await keeper.query(dialect.tableSizes);
        sizes = rows.map(({ name, bytes }) => [String(name), Number(bytes)] as const);
      } catch (error) {
        onFailed(error);
      }
    }
    for (const [table, bytes] of sizes) if (TABLES.has(table)) set(bytes, { table });
  };
};
