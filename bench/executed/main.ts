/**
 * Speed of executed DataPrime beside the best hand-written SQL for the same answer on the same tables.
 * `node bench/executed/main.ts <directory> [name of a question, or a part of it]`. The directory keeps the data for the
 * next run: 10 million log records and 5 million spans of one day, made by the engine itself, about 3.5 GB. Answers are
 * compared before anything is timed; then both sides take turns. `ROUNDS=9` changes how often, `SQL=1` shows the statements.
 */
import { cpus } from 'node:os';
import { type CatalogLimits, prepareQuery, readCatalog, schemaOf } from '@clearspan/telemetry-store';
import { drainPending } from 'chdb';
import { CATALOG_LIMITS, ROW_LIMITS } from '../../services/telemetry-store/src/limits.ts';
import { IN_TURNS_HEAD, inTurns, type Ratios } from '../in-turns.ts';
import { DAY_SECONDS, END_SECONDS } from './data-sql.ts';
import { asStore, type Engine, openEngine } from './engine.ts';
import { fill } from './fill.ts';
import { type Question, questions } from './queries.ts';
import { difference } from './same-rows.ts';

const LOGS = 10_000_000;
const SPANS = 5_000_000;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
/** As the service of the store reads its catalog, whose time does not count here. */
const READING: CatalogLimits = { ...CATALOG_LIMITS, ms: 60_000, memoryBytes: 1024 ** 3 };
const BAR = 1.1;
/** What a statement found of a part is forgotten, or the second of two alike would be free. */
const SETTINGS = 'SETTINGS use_query_condition_cache = 0';

const END_NANOS = BigInt(END_SECONDS) * 1_000_000_000n;
const DAY_NANOS = BigInt(DAY_SECONDS) * 1_000_000_000n;
const seconds = (at: number): string => `fromUnixTimestamp64Nano(toInt64(${at}000000000), 'UTC')`;
const DAY = `ts >= ${seconds(END_SECONDS - DAY_SECONDS)} AND ts < ${seconds(END_SECONDS)}`;
const HOUR = `ts >= ${seconds(END_SECONDS - 3600)} AND ts <= ${seconds(END_SECONDS)}`;

interface Result extends Ratios {
  readonly name: string;
}

const compare = async (engine: Engine, question: Question, ours: string, theirs: string): Promise<Result> => {
  const { name } = question;
  const differs = difference(
    await engine.rows(ours),
    await engine.rows(theirs),
    question.ordered === true,
    question.tolerance,
  );
  if (differs !== null) throw new Error(`${name}: the answers differ: ${differs}`);
  const asked = (sql: string) => () => engine.rows(sql);
  return { name, ...(await inTurns(name, asked(ours), asked(theirs), ROUNDS)) };
};

const one = async (engine: Engine, sql: string): Promise<string> => String((await engine.rows(sql))[0]?.[0]);

const main = async (dir: string, wanted: string): Promise<void> => {
  const engine = openEngine(dir);
  try {
    await fill(engine, LOGS, SPANS);
    const schema = schemaOf(await readCatalog(asStore(engine), READING, ''));
    const ids = {
      trace: await one(engine, `SELECT lower(hex(trace_id)) FROM otel.spans WHERE ${HOUR} ORDER BY ts LIMIT 1`),
      request: await one(
        engine,
        `SELECT d_str['request_id'] FROM otel.logs WHERE ${HOUR} AND severity = 5 AND startsWith(d_str['msg'], 'request ') ORDER BY ts LIMIT 1`,
      ),
    };
    const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, ClickHouse ${await one(engine, 'SELECT version()')}`;
    console.log(
      `${machine}\n${LOGS} log records and ${SPANS} spans of one day; medians of ${ROUNDS} interleaved rounds`,
    );
    console.log(IN_TURNS_HEAD);
    const results: Result[] = [];
    for (const question of questions(ids)) {
      if (!question.name.includes(wanted)) continue;
      const timeRange = { fromNanos: END_NANOS - DAY_NANOS, toNanos: END_NANOS };
      const input = { text: question.dataprime, nowNanos: END_NANOS, timeRange, limit: null };
      const prepared = prepareQuery(input, schema, ROW_LIMITS);
      if (!prepared.ok)
        throw new Error(`${question.name}: ${prepared.diagnostics.map(({ message }) => message).join('; ')}`);
      const hand = question.sql.replaceAll('{day}', DAY).replaceAll('{hour}', HOUR);
      const [ours, theirs] = [`${prepared.compiled.sql}\n${SETTINGS}`, `${hand}\n${SETTINGS}`];
      if (process.env.SQL) console.log(`-- ours\n${ours}\n-- by hand\n${theirs}`);
      results.push(await compare(engine, question, ours, theirs));
    }
    const worst = (of: 'wall' | 'cpu'): Result => results.toSorted((a, b) => b[of] - a[of])[0] as Result;
    const [wall, cpu] = [worst('wall'), worst('cpu')];
    const within = Math.max(wall.wall, cpu.cpu) <= BAR;
    console.log(
      `worst ratio of ${results.length}: wall ${wall.wall.toFixed(2)} (${wall.name}), CPU ${cpu.cpu.toFixed(2)} (${cpu.name}): ${within ? 'within' : 'not within'} ${BAR.toFixed(2)}`,
    );
  } finally {
    engine.close();
    await drainPending();
  }
};

const [dir, wanted = ''] = process.argv.slice(2);
if (dir === undefined) throw new Error('expected a directory for the data, found none');
await main(dir, wanted);
