import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CompileContext,
  check,
  compile,
  type DecodedRow,
  decodeRow,
  otelStorage,
  parse,
  plan,
  SEVERITY_LABELS,
} from '@clearspan/dataprime';
import { createEngine, type Engine, type Envelope } from '../../packages/dataprime/test/harness/engine.ts';
import { ROOT } from '../workspaces.ts';

const EXAMPLES = join(ROOT, 'docs/examples');
const nanos = (time: string): bigint => BigInt(Date.parse(time)) * 1_000_000n;

/** The hour of the records, seen at its end. */
const CONTEXT: CompileContext = {
  nowNanos: nanos('2026-01-05T09:00:00Z'),
  timeRange: { fromNanos: nanos('2026-01-05T08:00:00Z'), toNanos: nanos('2026-01-05T09:00:00Z') },
  rowsMax: 1_000,
};

type OrderRecord = Envelope['$d'] & { readonly time: string; readonly level: string; readonly service: string };

/** Records as the store reads a file of them: time, severity and service are recognised, everything stays in `$d`. */
const records = (): readonly Envelope[] =>
  readFileSync(join(EXAMPLES, 'orders.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as OrderRecord)
    .map(($d) => ({
      $m: {
        timestamp: $d.time,
        severity: SEVERITY_LABELS.find((label) => label.toLowerCase() === $d.level) ?? 'Info',
      },
      $l: { subsystemname: $d.service },
      $d,
    }));

/** The table `owners`: a head and rows without quotes. */
const owners = (): readonly Readonly<Record<string, string>>[] => {
  const [head = [], ...rows] = readFileSync(join(EXAMPLES, 'owners.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
};

/** Runs queries on the records of `docs/examples`. */
export interface ExampleEngine {
  /** Throws where the query has an error, or a warning that is not in `warnings`. */
  readonly run: (query: string, warnings?: readonly string[]) => readonly DecodedRow[];
  readonly close: () => void;
}

const runOn = (engine: Engine, columns: readonly string[], text: string, warnings: readonly string[]) => {
  const schema = { fields: () => null, tables: [{ name: 'owners', columns }] };
  const checked = check(parse(text), { schema });
  const told = checked.diagnostics.filter(({ code }) => !warnings.includes(code));
  if (told.length > 0 || checked.query === null)
    throw new Error(`${text}\n${told.map(({ code, message }) => `${code} ${message}`).join('\n')}`);
  const result = compile(plan(checked.query), otelStorage, CONTEXT);
  if (!result.ok) throw new Error(`${text}\n${result.error.message}`);
  const { compiled } = result;
  return engine.query(compiled.sql).map((values) => decodeRow(compiled, values));
};

export const openExampleEngine = (): ExampleEngine => {
  const engine = createEngine();
  const table = owners();
  engine.insertLogs(records());
  engine.insertTable('owners', table);
  const columns = Object.keys(table[0] ?? {});
  return { run: (query, warnings = []) => runOn(engine, columns, query, warnings), close: engine.close };
};
