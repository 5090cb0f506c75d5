import { storeError } from '../engine/store-error.ts';
import { SCHEMA_VERSION, VERSION_TABLE } from './migrations.ts';
import type { Run } from './run.ts';

/** The version that the tables have, 0 where there are none. Rejects when this program is older than they are. */
export const heldVersion = async (run: Run, place: string): Promise<number> => {
  const [row] = await run(`SELECT max(version) FROM ${VERSION_TABLE}`);
  const held = Number(row?.[0] ?? 0);
  if (held <= SCHEMA_VERSION) return held;
  throw storeError(
    'ENGINE',
    `${place} has schema version ${held}, this program knows up to ${SCHEMA_VERSION}: a newer one wrote it`,
  );
};

/** Notes that the tables have a version. Noting it twice does no harm. */
export const noteVersion = async (run: Run, version: number, what: string): Promise<void> => {
  await run(`INSERT INTO ${VERSION_TABLE} (version, what) SELECT ${version}, '${what}'`);
};
