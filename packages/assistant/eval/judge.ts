import type { Catalog } from '@clearspan/contracts';
import { parse, printQuery } from '@clearspan/dataprime';
import { type Interpretation, interpret, type Turn } from '../src/index.ts';
import { inventedIn } from './invented.ts';
import type { EvalQuestion } from './questions/question.ts';
import type { RunQuery } from './remember-runs.ts';
import { sameResult } from './same-result.ts';
import { NOW_NANOS } from './worlds/seeded.ts';

export interface Judged {
  readonly item: EvalQuestion;
  readonly got: Interpretation;
  readonly right: boolean;
  /** Wrong although the answer said it was sure, left no word out and offered no other reading that is right. */
  readonly silent: boolean;
  readonly confidence: number;
  /** What the query has that neither the dialogue nor the data has; null when there is no such thing. */
  readonly invented: string | null;
  readonly note: string;
}

/** A world to be asked: what it has, and how a query is run on it. */
export interface Asked {
  readonly catalog: Catalog;
  readonly run: RunQuery;
}

/** A list of records is the same whatever columns are shown of it. */
const withoutColumns = (text: string): string => {
  const { query } = parse(text);
  const last = query.stages.at(-1);
  const grouped = query.stages.some((stage) => /^(groupby|aggregate|count|countby|distinct)$/.test(stage.kind));
  return last?.kind === 'choose' && !grouped ? printQuery({ ...query, stages: query.stages.slice(0, -1) }) : text;
};

/** Asks the questions before it first, as its dialogue would, then the question itself. */
export const ask = (item: EvalQuestion, catalog: Catalog): Interpretation => {
  const context: Turn[] = [];
  const input = { catalog, nowNanos: NOW_NANOS };
  for (const question of item.before ?? []) {
    const got = interpret(question, { ...input, context });
    context.push({ question, query: got.kind === 'answer' ? got.query : '' });
  }
  return interpret(item.question, { ...input, context });
};

const isAnswer = async (item: EvalQuestion, query: string, world: Asked): Promise<{ right: boolean; note: string }> => {
  const found = await world.run(withoutColumns(query));
  if (!found.ok) return { right: false, note: `failed: ${found.message}` };
  let note = '';
  for (const text of item.accept) {
    const gold = await world.run(text);
    if (!gold.ok) {
      note += ` expected query failed: ${gold.message}`;
      continue;
    }
    // Both empty tells nothing: then the queries themselves must be alike.
    if (gold.rowCount === 0) {
      note += ' expected result is empty;';
      if (printQuery(parse(text).query) !== printQuery(parse(query).query)) continue;
    }
    if (sameResult(gold.compared, found.compared)) return { right: true, note };
  }
  return { right: false, note };
};

/** Runs the answer and the accepted queries, and compares their results. */
export const judge = async (item: EvalQuestion, got: Interpretation, world: Asked): Promise<Judged> => {
  const confidence = got.kind === 'answer' ? got.confidence : 0;
  const asked = [...(item.before ?? []), item.question];
  const invented = got.kind === 'answer' ? inventedIn(got, asked, world.catalog) : null;
  const base = { item, got, confidence, invented };
  if (item.decide !== undefined) {
    const right = got.kind !== 'answer' && (got.kind === item.decide || item.decide === 'clarify');
    const silent = got.kind === 'answer' && got.ignored.length === 0;
    return { ...base, right, silent, note: '' };
  }
  if (got.kind !== 'answer') return { ...base, right: false, silent: false, note: got.message };
  const { right, note } = await isAnswer(item, got.query, world);
  if (right) return { ...base, right, silent: false, note };
  for (const other of got.alternatives) {
    if ((await isAnswer(item, other.query, world)).right)
      return { ...base, right, silent: false, note: 'an alternative is right' };
  }
  return { ...base, right, silent: got.ignored.length === 0 && got.confidence >= 0.8, note };
};
