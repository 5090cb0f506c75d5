import {
  COMMAND_DOCS,
  COMMAND_PAGES,
  COMMANDS,
  type CommandName,
  type CommandPart,
  type CommandTable,
} from '@clearspan/dataprime';
import type { ExampleEngine } from './example-engine.ts';
import { block, code, list, page, type Section, table } from './markdown.ts';
import { queryExample } from './query-example.ts';

const ROWS = {
  keeps: 'The rows that come out have the keys of those that go in.',
  changes: 'All other keys of the row stay.',
  closes: 'The row is closed: afterwards it has the columns that are listed here, and no others.',
} as const;

const partRow = ({ written, takes, doc, needed }: CommandPart): readonly string[] => [
  code(written),
  takes,
  needed,
  doc,
];

const tableOf = ({ head, rows }: CommandTable): string =>
  table(
    head,
    rows.map(([written, says]) => [code(written), says]),
  );

export const commandPage = (name: CommandName, engine: ExampleEngine): string => {
  const { summary, syntax } = COMMAND_DOCS[name];
  const { forms = [], parts, row, notes, tables = [], examples, see } = COMMAND_PAGES[name];
  const others = COMMANDS[name].slice(1).map(code);
  const sections: readonly Section[] = [
    {
      title: 'Parts',
      parts: [table(['written', 'takes', 'needed', 'what it says'], parts.map(partRow)), ...tables.map(tableOf)],
    },
    { title: 'What to know', parts: [list([...notes, ...(row === null ? [] : [ROWS[row]])])] },
    { title: 'Examples', parts: examples.flatMap(([shows, query]) => [shows, queryExample(engine, query)]) },
    {
      title: 'See also',
      parts: [[...see.map((other) => `[${other}](${other}.md)`), '[all commands](README.md)'].join(' · ')],
    },
  ];
  const spellings = others.length === 0 ? [] : [`Also written ${others.join(', ')}.`];
  return page(name, [summary, block('', [syntax, ...forms].join('\n')), ...spellings], sections);
};
