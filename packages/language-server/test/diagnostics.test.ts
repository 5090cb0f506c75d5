import { queryLengthMax } from '@clearspan/dataprime';
import { expect, test } from 'vitest';
import { diagnosticsOf, NOTHING_KNOWN, sourceText } from '../src/index.ts';

const told = (text: string): ReturnType<typeof diagnosticsOf> => diagnosticsOf(sourceText(text), NOTHING_KNOWN);

test('errors, warnings and findings of lint, with their places', () => {
  expect(told('source logs last 1h\n| limit 5\n| filter $d.a >= 500')).toEqual([
    {
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } },
      severity: 2,
      code: 'DP5005',
      source: 'dataprime',
      message: '`filter` after `limit` sees any 5 rows, for nothing was sorted before',
    },
  ]);
  expect(told('source logs last 1h | filter $d.a = 5')).toMatchObject([{ severity: 1, code: 'DP1008' }]);
  expect(told('source logs')).toMatchObject([{ severity: 3, code: 'DP5001' }]);
});

test('what is not used is marked as such', () => {
  const text = 'source logs last 1h | create x from 1 | countby $d.path';
  expect(told(text).find(({ code }) => code === 'DP5011')?.tags).toEqual([1]);
});

test('what the compiler refuses is told too', () => {
  const text = `source logs last 1h\n${'| create x from concat(x, x, x, x, x, x, x, x)\n'.repeat(12)}`;
  expect(told(text).filter(({ severity }) => severity === 1)).toMatchObject([{ code: expect.stringMatching(/^DP/) }]);
});

test('a text that is too long has one diagnostic over all of it', () => {
  const text = `count ${' '.repeat(queryLengthMax)}`;
  expect(told(text)).toMatchObject([
    { code: 'DP1009', range: { start: { line: 0, character: 0 }, end: { line: 0, character: text.length } } },
  ]);
});
