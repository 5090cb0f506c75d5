import { expect, test } from 'vitest';
import { templateIdOf } from '../../src/rows/template-id.ts';

const id = (text: string): string => {
  const { low, high } = templateIdOf(text);
  return `${high}:${low}`;
};

test('words with digits do not tell texts apart', () => {
  expect(id('took 12ms for user-7')).toBe(id('took 9ms for user-31'));
  expect(id('id 0af7651916cd43dd8448eb211c80319c')).toBe(id('id 1'));
});

test('other words do', () => {
  const ids = ['took 12ms', 'gave 12ms', 'took', 'took it', 'took  12ms', 'a b', 'b a'].map(id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('no text has no template', () => {
  expect(templateIdOf('')).toEqual({ low: 0, high: 0 });
});
