import { END_SECONDS } from '../executed/data-sql.ts';
import type { Engine, Rows } from '../executed/engine.ts';
import type { AnswerParts, Question } from './questions.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 7);
/** Short questions are repeated until a round takes as long. */
const ROUND_MS = 300;
const REPEATS_MAX = 20;
const BAR = 1.1;

interface Times {
  readonly wallMs: number[];
  readonly cpuMs: number[];
}
type Ask = (at: number) => Promise<number>;

/** An expert knows what rows are ordered by. */
const between = (column: string, fromS: number): string =>
  column === 'ts'
    ? `ts >= fromUnixTimestamp64Nano(toInt64(${fromS}000000000), 'UTC') AND ts < fromUnixTimestamp64Nano(toInt64(${END_SECONDS}000000000), 'UTC') AND toStartOfFiveMinutes(ts) >= toDateTime(${fromS}, 'UTC')`
    : `minute >= toDateTime(${fromS}, 'UTC') AND minute < toDateTime(${END_SECONDS}, 'UTC')`;

const idsOf = (rows: Rows): string => rows.map(([id]) => `toFixedString(unhex('${String(id)}'), 16)`).join(', ');

/** Runs the statements one after the other and tells how many rows the last one gave. */
const byHand =
  (engine: Engine, { sql }: Question, { hour, day, traces }: AnswerParts): Ask =>
  async (at) => {
    let rows: Rows = [];
    for (const text of sql) {
      const filled = text
        .replaceAll('{hour}', between('ts', hour.fromMs / 1000))
        .replaceAll('{day}', between('ts', day.fromMs / 1000))
        .replaceAll('{minutes}', between('minute', hour.fromMs / 1000))
        .replaceAll('{trace}', traces[at % traces.length] as string)
        .replaceAll('{found}', () => idsOf(rows));
      rows = await engine.rows(filled);
    }
    return rows.length;
  };

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const timed = async (ask: Ask, from: number, repeats: number, into: Times): Promise<void> => {
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let i = 0; i < repeats; i++) await ask(from + i);
  into.wallMs.push((performance.now() - started) / repeats);
  const used = process.cpuUsage(cpu);
  into.cpuMs.push((used.user + used.system) / 1000 / repeats);
};

const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0).padStart(7);

/** Ratio of wall time and of CPU time of one question. */
const compare = async (ours: Ask, theirs: Ask, name: string): Promise<readonly [wall: number, cpu: number]> => {
  const started = performance.now();
  const [our, their] = [await ours(0), await theirs(0)];
  if (our !== their) throw new Error(`${name}: expected ${their} rows as by hand, found ${our}`);
  await ours(1);
  await theirs(1);
  const repeats = Math.min(REPEATS_MAX, Math.max(1, Math.round((4 * ROUND_MS) / (performance.now() - started))));
  const times: Record<'our' | 'their', Times> = { our: { wallMs: [], cpuMs: [] }, their: { wallMs: [], cpuMs: [] } };
  for (let round = 0; round < ROUNDS; round++) {
    const from = round * repeats;
    if (round % 2 === 0) await timed(ours, from, repeats, times.our);
    await timed(theirs, from, repeats, times.their);
    if (round % 2 === 1) await timed(ours, from, repeats, times.our);
  }
  const [wall, handWall] = [median(times.our.wallMs), median(times.their.wallMs)];
  const [cpu, handCpu] = [median(times.our.cpuMs), median(times.their.cpuMs)];
  const ratios = [wall / handWall, cpu / handCpu] as const;
  console.log(
    `${ms(wall)}${ms(handWall)}  ${ratios[0].toFixed(2)}  ${ms(cpu)}${ms(handCpu)}  ${ratios[1].toFixed(2)}  ${name}`,
  );
  return ratios;
};

/** Prints a line for each question; both sides have to find as many rows. */
export const compareAll = async (engine: Engine, parts: AnswerParts, questions: readonly Question[]): Promise<void> => {
  console.log(`one engine, medians of ${ROUNDS} interleaved rounds\nwall ms   hand  ratio  cpu ms   hand  ratio`);
  let worst = 0;
  for (const question of questions) {
    const ours: Ask = async (at) => question.rows(await question.ask(parts, at));
    worst = Math.max(worst, ...(await compare(ours, byHand(engine, question, parts), question.name)));
  }
  console.log(`worst ratio ${worst.toFixed(2)}: ${worst <= BAR ? 'within' : 'not within'} ${BAR.toFixed(2)}`);
};
