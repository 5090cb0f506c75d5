import { END_SECONDS } from '../executed/data-sql.ts';
import type { Engine, Rows } from '../executed/engine.ts';
import { IN_TURNS_HEAD, inTurns } from '../in-turns.ts';
import type { AnswerParts, Question } from './questions.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const BAR = 1.1;

/** Answers once and tells how many rows there were. */
type Count = (at: number) => Promise<number>;

/** An expert knows what rows are ordered by. */
const between = (column: string, fromS: number): string =>
  column === 'ts'
    ? `ts >= fromUnixTimestamp64Nano(toInt64(${fromS}000000000), 'UTC') AND ts < fromUnixTimestamp64Nano(toInt64(${END_SECONDS}000000000), 'UTC') AND toStartOfFiveMinutes(ts) >= toDateTime(${fromS}, 'UTC')`
    : `minute >= toDateTime(${fromS}, 'UTC') AND minute < toDateTime(${END_SECONDS}, 'UTC')`;

const idsOf = (rows: Rows): string => rows.map(([id]) => `toFixedString(unhex('${String(id)}'), 16)`).join(', ');

/** Runs the statements one after the other and tells how many rows the last one gave. */
const byHand =
  (engine: Engine, { sql }: Question, { hour, day, traces }: AnswerParts): Count =>
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

/** Prints a line for each question; both sides have to find as many rows. */
export const compareAll = async (engine: Engine, parts: AnswerParts, questions: readonly Question[]): Promise<void> => {
  console.log(`one engine, medians of ${ROUNDS} interleaved rounds\n${IN_TURNS_HEAD}`);
  let worst = 0;
  for (const question of questions) {
    const { name } = question;
    const ours: Count = async (at) => question.rows(await question.ask(parts, at));
    const theirs = byHand(engine, question, parts);
    const [our, their] = [await ours(0), await theirs(0)];
    if (our !== their) throw new Error(`${name}: expected ${their} rows as by hand, found ${our}`);
    const { wall, cpu } = await inTurns(name, ours, theirs, ROUNDS);
    worst = Math.max(worst, wall, cpu);
  }
  console.log(`worst ratio ${worst.toFixed(2)}: ${worst <= BAR ? 'within' : 'not within'} ${BAR.toFixed(2)}`);
};
