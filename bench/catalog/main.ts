/**
 * CPU time of keeping the catalog up to date. `node bench/catalog/main.ts <directory>`. The directory keeps the data for the
 * next run: a million log records and half a million spans, made by the engine itself, about 350 MB. What follows is beside
 * reading the newest records anew, in turns. `ROUNDS=9` changes how often.
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type CatalogParts, followCatalog, readCatalog, rowStructure, TABLES } from '@clearspan/telemetry-store';
import { CATALOG_LIMITS } from '../../services/telemetry-store/src/limits.ts';
import { asStore, type Engine, openEngine } from '../executed/engine.ts';
import { fill } from '../executed/fill.ts';
import { median } from '../in-turns.ts';
import { recordsOf } from './records-of.ts';

const LOGS = 1_000_000;
const SPANS = 500_000;
const ROUNDS = Number(process.env.ROUNDS ?? 9);
/** Two thirds are logs, as in the store. */
const NEW_RECORDS = [0, 100, 1_000, 10_000];

const cpuMs = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const compare = async (engine: Engine, dir: string): Promise<void> => {
  const store = asStore(engine);
  let coming: Readonly<Record<'logs' | 'spans', Uint8Array>> | null = null;
  let records = 0;
  const arriving: CatalogParts['coming'] = {
    arrivals: {
      metricsCame: () => false,
      take: (table) => {
        const rows = Math.round((records * (table === 'logs' ? 2 : 1)) / 3);
        return coming === null ? null : { table, rows, bytes: coming[table] };
      },
    },
    beside: {
      withRows: async ({ table, bytes }, use) => {
        const path = join(dir, `${table}.rows`);
        await writeFile(path, bytes);
        return use({ ...store, source: { kind: 'file', path, structure: rowStructure(TABLES[table]) } });
      },
    },
  };
  const anew = (): Promise<unknown> => readCatalog(store, CATALOG_LIMITS, '');
  const follow = followCatalog({ store, coming: arriving, limits: CATALOG_LIMITS });
  await anew();
  console.log(`first reading: ${Math.round(await cpuMs(() => follow('')))} ms`);

  for (const count of NEW_RECORDS) {
    records = count;
    coming = count === 0 ? null : await recordsOf(engine, dir, Math.round((count * 2) / 3), Math.round(count / 3));
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await cpuMs(() => follow('')));
      theirs.push(await cpuMs(anew));
    }
    const [we, they] = [median(ours), median(theirs)];
    console.log(
      `${String(count).padStart(6)} new: ${we.toFixed(0).padStart(4)} ms, read anew ${they.toFixed(0)} ms, ratio ${(we / they).toFixed(2)}`,
    );
  }
};

const dir = process.argv[2];
if (dir === undefined) {
  console.error('expected a directory for the data: node bench/catalog/main.ts <directory>');
  process.exit(2);
}
console.log(`${cpus()[0]?.model}, ${cpus().length} cores; median CPU time of ${ROUNDS} rounds`);
const engine = openEngine(dir);
try {
  await fill(engine, LOGS, SPANS);
  await compare(engine, dir);
} finally {
  engine.close();
}
