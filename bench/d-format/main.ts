/**
 * Compares the ways of keeping `$d` of a log record (docs/adr/0003-row-format-of-d.md).
 * `node bench/d-format/main.ts [records]`: same records, one engine, the formats interleaved and rotated, merges stopped
 * while queries run, caches of conditions off. CPU time of the whole process is the figure; ratios are against B.
 */
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drainPending, Session } from 'chdb';
import { createTable, encode, FORMATS, type Format, type FormatName, structureOf } from './formats.ts';
import { questions } from './queries.ts';
import { type LogRecord, makeRecords } from './records.ts';
import { rowBytes } from './row-bytes.ts';

const BATCH_ROWS = 20_000;
const ROUNDS = 5;

const cpuMs = (): number => {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1000;
};
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number;
const table = (format: Format, set: string): string => `bench.${set}_${format.name}`;
const ratios = (of: Readonly<Record<string, number>>): string =>
  FORMATS.map(
    ({ name }) =>
      `${name} ${of[name]?.toFixed(of[name] < 10 ? 2 : 0) ?? '-'} (${((of[name] ?? Number.NaN) / (of.B as number)).toFixed(2)})`,
  ).join('  ');

const fill = async (session: Session, dir: string, set: string, records: readonly LogRecord[]): Promise<void> => {
  const encodeMs: Record<string, number> = {};
  const insertMs: Record<string, number> = {};
  const mergeMs: Record<string, number> = {};
  const megabytes: Record<string, number> = {};
  const out = rowBytes();
  const failed = new Set<FormatName>();
  const attempt = async (format: Format, step: string, sql: string, into: Record<string, number>): Promise<void> => {
    if (failed.has(format.name)) return;
    const before = cpuMs();
    try {
      await session.queryAsync(sql);
      into[format.name] = (into[format.name] ?? 0) + cpuMs() - before;
    } catch (error) {
      failed.add(format.name);
      console.log(`${set}: ${format.name} fails to ${step}: ${String(error).slice(0, 160)}`);
    }
  };
  for (const format of FORMATS) await session.queryAsync(createTable(format, table(format, set)));
  for (let from = 0, batch = 0; from < records.length; from += BATCH_ROWS, batch++) {
    for (let i = 0; i < FORMATS.length; i++) {
      const format = FORMATS[(batch + i) % FORMATS.length] as Format;
      const file = join(dir, `${set}-${format.name}.bin`);
      const before = cpuMs();
      const bytes = encode(format, records.slice(from, from + BATCH_ROWS), out);
      encodeMs[format.name] = (encodeMs[format.name] ?? 0) + cpuMs() - before;
      writeFileSync(file, bytes);
      const source = `file('${file}', 'RowBinary', '${structureOf(format).replaceAll("'", "\\'")}')`;
      await attempt(
        format,
        'insert',
        `INSERT INTO ${table(format, set)} SELECT * FROM ${source} SETTINGS input_format_binary_read_json_as_string = 1, max_insert_threads = 1`,
        insertMs,
      );
      unlinkSync(file);
    }
  }
  for (const format of FORMATS) await attempt(format, 'merge', `OPTIMIZE TABLE ${table(format, set)} FINAL`, mergeMs);
  await session.queryAsync('SYSTEM STOP MERGES');
  for (const format of FORMATS) {
    const result = await session.queryAsync(
      `SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND database = 'bench' AND table = '${set}_${format.name}'`,
      { format: 'TSV' },
    );
    megabytes[format.name] = Number(result.text()) / records.length;
  }
  await session.queryAsync('SYSTEM START MERGES');
  const perMillion = (ms: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(ms).map(([name, value]) => [name, (value * 1000) / records.length]));
  console.log(`${set}: ${records.length} records; figure and (ratio to B)`);
  console.log(`  encode, CPU s per million   ${ratios(perMillion(encodeMs))}`);
  console.log(`  insert, CPU s per million   ${ratios(perMillion(insertMs))}`);
  console.log(`  merge to one, CPU s per mil ${ratios(perMillion(mergeMs))}`);
  console.log(`  bytes per record on disk    ${ratios(megabytes)}`);
};

const ask = async (session: Session, set: string, records: readonly LogRecord[]): Promise<void> => {
  await session.queryAsync('SYSTEM STOP MERGES');
  const id = records[records.length >> 1]?.data.request_id as string;
  console.log(`${set}: queries, median CPU ms of ${ROUNDS} interleaved rounds and (ratio to B)`);
  for (const question of questions(id)) {
    const times = new Map<string, number[]>(FORMATS.map(({ name }) => [name, []]));
    const answers = new Map<string, string>();
    for (let round = 0; round <= ROUNDS; round++)
      for (let i = 0; i < FORMATS.length; i++) {
        const format = FORMATS[(round + i) % FORMATS.length] as Format;
        const before = cpuMs();
        const sql = `${question.sql[format.name].replace('{t}', table(format, set))} SETTINGS use_query_condition_cache = 0`;
        const result = await session.queryAsync(sql, { format: 'TSV' });
        // The first round warms the caches and is not counted.
        if (round > 0) times.get(format.name)?.push(cpuMs() - before);
        answers.set(format.name, result.text());
      }
    const alike = new Set([...answers.values()].map((text) => text.split('\n').length)).size === 1;
    console.log(
      `  ${question.name.padEnd(28)}${ratios(Object.fromEntries([...times].map(([name, all]) => [name, median(all)])))}${alike ? '' : '  answers differ'}`,
    );
  }
  await session.queryAsync('SYSTEM START MERGES');
};

const sizes = async (session: Session): Promise<void> => {
  const result = await session.queryAsync(
    "SELECT table, name, formatReadableSize(data_compressed_bytes) FROM system.columns WHERE database = 'bench' AND startsWith(name, 'd') ORDER BY table, name",
    { format: 'TSV' },
  );
  console.log(`columns of $d on disk\n${result.text().replace(/^/gm, '  ')}`);
};

const main = async (): Promise<void> => {
  const count = Number(process.argv[2] ?? 200_000);
  const dir = mkdtempSync(join(tmpdir(), 'd-format-'));
  const session = new Session(join(dir, 'db'), { connectionArgs: ['--max_threads=2'] });
  const started = performance.now();
  try {
    await session.queryAsync('CREATE DATABASE bench');
    const usual = makeRecords(count, 0, 1);
    await fill(session, dir, 'usual', usual);
    await ask(session, 'usual', usual);
    await sizes(session);
    await fill(session, dir, 'wide', makeRecords(Math.round(count / 5), 3000, 2));
  } finally {
    session.close();
    await drainPending();
    rmSync(dir, { recursive: true, force: true });
  }
  console.log(`took ${Math.round((performance.now() - started) / 1000)} s`);
};

await main();
