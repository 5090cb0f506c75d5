import type { Catalog } from '@clearspan/contracts';
import { parse, printQuery } from '@clearspan/dataprime';
import { type Interpretation, interpret, type Turn } from '../../src/index.ts';
import type { QuestionItem } from './item.ts';

export interface Evaluated {
  readonly item: QuestionItem;
  readonly got: Interpretation;
  readonly right: boolean;
}

export const canonical = (query: string): string => printQuery(parse(query).query);

/** Asks the questions before it first, as a dialogue would, then the question itself. */
export const ask = (item: QuestionItem, catalog: Catalog, nowNanos: bigint): Interpretation => {
  const context: Turn[] = [];
  for (const question of item.context ?? []) {
    const got = interpret(question, { catalog, nowNanos, context });
    context.push({ question, query: got.kind === 'answer' ? got.query : '' });
  }
  return interpret(item.question, { catalog, nowNanos, context });
};

export const evaluate = (item: QuestionItem, catalog: Catalog, nowNanos: bigint): Evaluated => {
  const got = ask(item, catalog, nowNanos);
  if ('decision' in item.expected) return { item, got, right: got.kind === item.expected.decision };
  const fine = [item.expected.query, ...(item.expected.alsoFine ?? [])].map(canonical);
  return { item, got, right: got.kind === 'answer' && fine.includes(got.query) };
};
