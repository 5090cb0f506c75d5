import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  COMMAND_DOCS,
  COMMANDS,
  type CommandName,
  FUNCTIONS,
  type FunctionDef,
  type FunctionFamily,
} from '@clearspan/dataprime';
import { ROOT } from '../workspaces.ts';
import type { ExampleEngine } from './example-engine.ts';
import { FAMILIES, functionFile } from './families.ts';
import { block, code, page, table } from './markdown.ts';
import { queryExample } from './query-example.ts';
import { rowsText } from './rows-text.ts';

const argument = ({ name, optional, variadic }: FunctionDef['parameters'][number]): string =>
  `${variadic ? '…' : ''}${name}${optional && !variadic ? '?' : ''}`;

const functionRow = (fn: FunctionDef): readonly string[] => {
  const old = fn.deprecated === null ? '' : ` Old spelling of \`${fn.deprecated}\`.`;
  const args = `(${fn.parameters.map(argument).join(', ')})`;
  return [`[${fn.name}](${functionFile(fn)})${code(args)}`, `${fn.doc}${old}`];
};

const familySection = (family: FunctionFamily) => ({
  title: FAMILIES[family].title,
  parts: [table(['function', 'value'], FUNCTIONS.filter((fn) => fn.family === family).map(functionRow))],
});

const functionsPage = (): string =>
  page(
    'Functions',
    [
      "`?` marks an argument that may be left out, `…` one that may be repeated. A function may be called on its first argument: `path.startsWith('/a')` is `startsWith(path, '/a')`. Arguments may be named: `collect(path, distinct=true)`. An argument that is *written out* stands in the query itself and cannot be computed.",
      '`min`, `max` and `sum` are aggregations with one argument inside `aggregate`, `groupby`, `multigroupby`, `top` and `bottom`, and functions of one row elsewhere.',
    ],
    (Object.keys(FAMILIES) as FunctionFamily[]).map(familySection),
  );

const commandsPage = (): string =>
  page('Commands', [
    'Commands are joined by `|`; each takes the rows of the one before it. They are written in lower case.',
    table(
      ['command', 'also written', 'what it does'],
      (Object.keys(COMMANDS) as CommandName[]).map((name) => [
        `[${name}](${name}.md)`,
        COMMANDS[name].slice(1).map(code).join(', '),
        COMMAND_DOCS[name].summary,
      ]),
    ),
  ]);

const example = (name: string): string => readFileSync(join(ROOT, 'docs/examples', name), 'utf8').trimEnd();

/** A query as it is asked in a shell: what is printed has no null, which a shell shows as nothing. */
const shellExample = (engine: ExampleEngine, query: string): string =>
  block(
    'console',
    `$ npx clearspan query --logs orders.ndjson --now 2026-01-05T09:00:00Z '${query}'\n${rowsText(engine.run(query))}`,
  );

const startPage = (engine: ExampleEngine): string =>
  page(
    'The language, page by page',
    [
      'What each word of DataPrime means, as this version runs it. How the words go together, with types, null and text, is told in [dataprime.md](../dataprime.md).',
    ],
    [
      {
        title: 'Pages',
        parts: [
          table(
            ['page', 'what is in it'],
            [
              ['[Commands](commands/README.md)', `the ${Object.keys(COMMANDS).length} commands, one page each`],
              ['[Functions](functions/README.md)', `the ${FUNCTIONS.length} functions and aggregations, one page each`],
              ['[Extractors](extractors/README.md)', 'how `extract` reads a text'],
              ['[Cases](cases/README.md)', 'expressions that choose one of several values'],
              ['[Patterns of times](time-formats.md)', 'how times are printed and read'],
              ['[Conformance](conformance.md)', 'which rule of the public language is held by which test'],
            ],
          ),
        ],
      },
      {
        title: 'The records of the examples',
        parts: [
          'Queries in these pages run on the records of [orders.ndjson](../examples/orders.ndjson), in the hour they are from and at its end, 2026-01-05T09:00:00Z. Time, severity and service are recognised, and stay in `$d` too.',
          block('json', example('orders.ndjson')),
          queryExample(engine, 'choose $m.timestamp, $m.severity, $l.subsystemname, path, status, duration_ms, user'),
          'In [docs/examples](../examples) of a checkout they are asked so:',
          shellExample(engine, 'groupby path aggregate count() as n, max(duration_ms) as slowest | orderby path'),
          'The table `owners` is that of [owners.csv](../examples/owners.csv):',
          block('', example('owners.csv')),
        ],
      },
    ],
  );

/** Pages that lead to the others, by their files in `docs/language`. */
export const indexPages = (engine: ExampleEngine): readonly (readonly [file: string, text: string])[] => [
  ['README.md', startPage(engine)],
  ['commands/README.md', commandsPage()],
  ['functions/README.md', functionsPage()],
];
