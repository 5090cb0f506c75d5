import { interpret } from '../src/index.ts';
import { COUNTS } from '../test/questions/counts.ts';
import { LISTS } from '../test/questions/lists.ts';
import { NOW_NANOS } from '../test/worlds/shop.ts';
import { wideCatalog } from './wide-catalog.ts';

export interface InterpretTimes {
  /** The first question of a catalog, which also builds its index. */
  readonly firstMs: number;
  /** Every other one, ascending. */
  readonly ms: readonly number[];
}

const timed = (question: string): number => {
  const start = performance.now();
  interpret(question, { catalog: wideCatalog, nowNanos: NOW_NANOS });
  return performance.now() - start;
};

/** A word that no dictionary has costs most: it is held against all words there are. */
const misspelt = (question: string): string =>
  question.replace(/[a-z]{7,}/, (word) => word.slice(0, 3) + word.slice(4));

/** How long questions take with 300 fields and 5,000 values: each is asked twice as it is, and once with a letter missing. */
export const interpretTimes = (): InterpretTimes => {
  const questions = [...LISTS, ...COUNTS].map((item) => item.question);
  const firstMs = timed(questions[0] ?? 'errors');
  const ms = questions.flatMap((question) => [timed(question), timed(question), timed(misspelt(question))]);
  return { firstMs, ms: ms.toSorted((a, b) => a - b) };
};

export const quantile = (ascending: readonly number[], share: number): number =>
  ascending[Math.floor(share * (ascending.length - 1))] ?? Number.NaN;
