import { expect, it } from 'vitest';
import {
  CLAUSE_WORDS,
  COMMAND_DOCS,
  COMMAND_PAGES,
  COMMANDS,
  type CommandName,
  EXTRACTOR_PAGES,
  EXTRACTORS,
} from '../../src/index.ts';

const names = Object.keys(COMMANDS) as CommandName[];

it.each(names)('the page of %s has every word of its clauses', (name) => {
  const { parts, tables = [], forms = [] } = COMMAND_PAGES[name];
  const told = [
    COMMAND_DOCS[name].syntax,
    ...forms,
    ...parts.flatMap(({ written, takes, doc }) => [written, takes, doc]),
    ...tables.flatMap(({ rows }) => rows.flat()),
  ].join(' ');
  const words = new Set(told.match(/\w+/g));
  expect(CLAUSE_WORDS[name].filter((word) => !words.has(word))).toEqual([]);
});

it.each(names)('the page of %s has sentences and an example that begins with it', (name) => {
  const { notes, examples, see } = COMMAND_PAGES[name];
  for (const note of notes) expect(note).toMatch(/[.)]$/);
  expect(
    examples.some(([, query]) => query.split(' | ').some((stage) => stage.startsWith(`${name} `) || stage === name)),
  ).toBe(true);
  expect(see).not.toContain(name);
});

it.each(EXTRACTORS)('the page of $name tells its arguments', ({ name, parameters }) => {
  const told = Object.keys(EXTRACTOR_PAGES[name]?.parameters ?? {});
  expect(told).toEqual(parameters.map((written) => written.split('=')[0]));
});
