import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEFAULT_TASK_LIMITS, TASK_STATUSES } from '../src/index.ts';

const text = readFileSync(new URL('../../../docs/tasks.md', import.meta.url), 'utf8');

/** Cells of the table that follows `<!-- name -->`, its head left out. */
const rowsAfter = (name: string): string[][] => {
  const [, rest = ''] = text.split(`<!-- ${name} -->\n`);
  const lines = rest.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
};

test('docs/tasks.md has every limit', () => {
  const told = rowsAfter('limits').map(([name, limit]) => [name, Number(limit)]);
  expect(Object.fromEntries(told)).toEqual(DEFAULT_TASK_LIMITS);
});

test('docs/tasks.md has every state', () => {
  expect(rowsAfter('states').map(([state]) => state)).toEqual([...TASK_STATUSES]);
});
