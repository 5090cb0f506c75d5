import { expect, test } from 'vitest';
import { interpret, type Turn } from '../src/index.ts';
import { clinic } from './worlds/clinic.ts';
import { NOW_NANOS } from './worlds/shop.ts';

/** What is told as assumed with the last of some questions. */
const assumedAfter = (...questions: readonly string[]): readonly string[] => {
  const context: Turn[] = [];
  let told: readonly string[] = [];
  for (const question of questions) {
    const got = interpret(question, { catalog: clinic, nowNanos: NOW_NANOS, context });
    told = got.kind === 'answer' ? got.assumptions : [];
    context.push({ question, query: got.kind === 'answer' ? got.query : '' });
  }
  return told;
};

const SIGNED_IN = '"signed in" is searched in the message';

test('a text that is still looked for is told as assumed again', () => {
  expect(assumedAfter('sign-ins by tenant today')).toContain(SIGNED_IN);
  expect(assumedAfter('sign-ins by tenant today', 'same for yesterday')).toContain(SIGNED_IN);
  expect(assumedAfter('sign-ins by tenant today', 'same for yesterday', 'per hour')).toContain(SIGNED_IN);
});

test('what is no longer looked for is not told', () => {
  expect(assumedAfter('sign-ins today', 'errors of billing by tenant')).not.toContain(SIGNED_IN);
});
