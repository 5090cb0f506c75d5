import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { interpret } from '../src/index.ts';
import { NOW_NANOS, shop } from './worlds/shop.ts';

const FILE = new URL('../../../docs/assistant.md', import.meta.url);
const BLOCK = /(<!-- examples -->\n```\n)([\s\S]*?)(```)/;

const queryOf = (question: string): string => {
  const got = interpret(question, { catalog: shop, nowNanos: NOW_NANOS });
  return got.kind === 'answer' ? got.query : `${got.kind}: ${got.message}`;
};

test('docs/assistant.md has the queries its questions get', () => {
  const text = readFileSync(FILE, 'utf8');
  const told = BLOCK.exec(text)?.[2] ?? '';
  const questions = told.split('\n').filter((line) => line !== '' && !line.startsWith(' '));
  expect(questions.length).toBeGreaterThan(0);
  const expected = questions.map((question) => `${question}\n  ${queryOf(question)}\n`).join('');
  if (process.env.UPDATE_GOLDEN === '1')
    writeFileSync(
      FILE,
      text.replace(BLOCK, (_, head: string, __: string, end: string) => `${head}${expected}${end}`),
    );
  else expect(told, 'UPDATE_GOLDEN=1 writes it').toBe(expected);
});
