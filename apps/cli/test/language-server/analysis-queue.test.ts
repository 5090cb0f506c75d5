import { expect, test } from 'vitest';
import { createAnalysisQueue, type Schedule } from '../../src/language-server/analysis-queue.ts';

/** Time that passes when the test says so. */
const waitingRoom = (): { readonly schedule: Schedule; readonly pass: () => void } => {
  const waiting = new Set<() => void>();
  return {
    schedule: (action) => {
      waiting.add(action);
      return () => void waiting.delete(action);
    },
    pass: () => {
      for (const action of waiting) {
        waiting.delete(action);
        action();
      }
    },
  };
};

test('changes that come close together are looked at once, each document on its own', () => {
  const seen: string[] = [];
  const { schedule, pass } = waitingRoom();
  const queue = createAnalysisQueue((uri) => seen.push(uri), schedule);
  for (const uri of ['a', 'a', 'b', 'a']) queue.put(uri);
  expect(seen).toEqual([]);
  pass();
  expect(seen.toSorted()).toEqual(['a', 'b']);
  queue.put('a');
  pass();
  expect(seen.toSorted()).toEqual(['a', 'a', 'b']);
});

test('a document that was closed is not looked at any more', () => {
  const seen: string[] = [];
  const { schedule, pass } = waitingRoom();
  const queue = createAnalysisQueue((uri) => seen.push(uri), schedule);
  queue.put('a');
  queue.drop('a');
  queue.drop('never opened');
  pass();
  expect(seen).toEqual([]);
});
