import type { LearnedContent } from '@clearspan/contracts';
import { type Answer, type InterpretInput, interpret, type Learned, type Lesson, learnFrom } from '../../src/index.ts';
import { NOW_NANOS, shop } from '../worlds/shop.ts';

const FROM = { scope: 'user', origin: 'correction', at: '2026-11-20T10:00:00.000Z' } as const;

/** Lessons as they come back to the one who gave them. */
export const learned = (...contents: readonly LearnedContent[]): Learned => ({
  aliases: contents.flatMap((content) => (content.kind === 'alias' ? [{ ...content, ...FROM }] : [])),
  avoided: contents.flatMap((content) => (content.kind === 'avoid' ? [content] : [])),
  remembered: contents.flatMap((content) => (content.kind === 'memory' ? [{ ...content, ...FROM }] : [])),
});

export const alias = (phrase: string, value: string, field = '$l.subsystemname'): LearnedContent => ({
  kind: 'alias',
  phrase,
  target: { kind: 'value', field, value },
});

export const input = (known?: Learned): InterpretInput => ({
  catalog: shop,
  nowNanos: NOW_NANOS,
  ...(known ? { learned: known } : {}),
});

export const correct = (question: string, corrected: string, rating = 1): Lesson =>
  learnFrom({ question, query: '', corrected, rating }, input());

export const answerTo = (question: string, known?: Learned, more: Partial<InterpretInput> = {}): Answer => {
  const got = interpret(question, { ...input(known), ...more });
  if (got.kind !== 'answer') throw new Error(`expected an answer, found ${JSON.stringify(got)}`);
  return got;
};
