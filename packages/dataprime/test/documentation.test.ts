import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAST_TYPES, CODES, COMMANDS, type CommandName, commandNamed, parse } from '../src/index.ts';
import { diagnosticCountMax, expressionHeightMax, nestingDepthMax, queryLengthMax } from '../src/parse/limits.ts';
import { createGoldenEngine, type Engine } from './harness/engine.ts';
import { runQuery } from './harness/run-query.ts';

const FILE = new URL('../../../docs/dataprime.md', import.meta.url);
const UPDATE = process.env.UPDATE_GOLDEN === '1';
const text = readFileSync(FILE, 'utf8');

/** What stands after `<!-- name -->`, up to `<!-- end -->` or the next empty line after a table. */
const after = (name: string): string => {
  const start = text.indexOf(`<!-- ${name} -->`);
  expect(start, `<!-- ${name} --> in docs/dataprime.md`).toBeGreaterThanOrEqual(0);
  return text.slice(start + `<!-- ${name} -->`.length);
};
const block = (name: string): string => after(name).split('<!-- end -->')[0] ?? '';

/** Cells of a table's rows, its head left out. A bar inside code is no border. */
const rowsOf = (table: string): string[][] => {
  const lines = table
    .split('\n')
    .slice(table.split('\n').findIndex((line) => line.startsWith('|')))
    .map((line) => line.trim());
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines
    .slice(2, end < 0 ? undefined : end)
    .map((line) => [...line.matchAll(/(?:`[^`]*`|[^|`])+/g)].map(([cell]) => cell.trim()));
};
const codesIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1] as string);

interface Row {
  readonly command: CommandName;
  readonly spellings: readonly string[];
  readonly query: string;
}

const commandRows = (name: string): Row[] =>
  rowsOf(after(name)).map(([spelled, , example]) => {
    const spellings = codesIn(spelled);
    const [query = ''] = codesIn(example);
    return { command: commandNamed(spellings[0] ?? '') ?? 'source', spellings, query };
  });

const running = commandRows('commands that run');

const codesTable = (): string => {
  const rows = Object.entries(CODES).map(([code, says]) => `| \`${code}\` | ${says} |`);
  return `\n| code | what it says |\n|---|---|\n${rows.join('\n')}\n`;
};

const compare = (name: string, expected: string): void => {
  if (UPDATE) {
    const now = readFileSync(FILE, 'utf8');
    const mark = `<!-- ${name} -->`;
    const start = now.indexOf(mark) + mark.length;
    writeFileSync(FILE, now.slice(0, start) + expected + now.slice(now.indexOf('<!-- end -->', start)));
    return;
  }
  expect(block(name), 'UPDATE_GOLDEN=1 writes it').toBe(expected);
};

describe('docs/dataprime.md', () => {
  it('has every diagnostic code', () => compare('codes', codesTable()));

  it('has every type of a cast', () => {
    expect(codesIn(block('cast types'))).toEqual([...CAST_TYPES.keys()]);
  });

  it('has every command once, with all its spellings', () => {
    const told = new Map(running.map(({ command, spellings }) => [command, spellings]));
    expect(Object.fromEntries(told)).toEqual(COMMANDS);
    expect(running.length).toBe(told.size);
  });

  it('has the limits of the text', () => {
    const told = Object.fromEntries(
      rowsOf(after('limits')).map(([what, limit]) => [codesIn(what)[0], Number(limit?.replaceAll(',', ''))]),
    );
    expect(told).toEqual({ queryLengthMax, nestingDepthMax, expressionHeightMax, diagnosticCountMax });
  });
});

describe('commands that run', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createGoldenEngine();
  });
  afterAll(() => engine.close());

  it.each(running)('$query', ({ command, query }) => {
    expect(parse(query).query.stages.map(({ kind }) => kind)).toEqual([command]);
    expect(runQuery(engine, query).length).toBeGreaterThan(0);
  });
});
