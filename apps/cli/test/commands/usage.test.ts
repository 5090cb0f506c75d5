import { expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';

test.each([
  [['qery'], 'unknown command `qery`; did you mean `query`?'],
  [[], 'expected a command'],
  [['mcp', '--prot', '1'], 'unknown option `--prot`; did you mean `--port`?'],
  [['query', '--frmat', 'csv', 'count'], 'unknown option `--frmat`; did you mean `--format`?'],
  [['query', '--format', 'cvs', 'count'], 'expected table, json, ndjson, csv for --format, found `cvs`'],
  [['query'], 'expected a query'],
  [
    ['query', '--logs', 'app.ndjson', '--url', 'http://127.0.0.1:1', 'count'],
    'expected files or --url as the source, found both',
  ],
  [['query', '--url', 'localhost', 'count'], 'expected an address such as'],
  [['query', '--limit', '0', 'count'], 'expected a whole number from 1 to 50000 for --limit'],
  [['ask', '--batch', '--run'], '--run and --batch do not go together'],
  [['up', '--only', 'gateway'], 'unknown service `gateway`'],
  [['up', '--with', 'storfront'], 'unknown example system `storfront`; did you mean `storefront`?'],
  [['up', '--with', 'storefront,bot'], '--with: `bot` is not in this version'],
  [['fmt', '--write'], '--write needs files'],
  [['import'], 'expected a file'],
  [['import', 'teams.csv'], 'tables are not imported in this version'],
  [['import', '--table', 'teams=teams.csv'], '`clearspan query` reads them in place'],
  [['import', '--url', 'localhost', 'app.ndjson'], 'expected an address such as http://127.0.0.1:4318'],
])('%j ends with 2 and says: %s', async (argv, message) => {
  const run = await runCli(argv);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(message);
  expect(run.stderr).toContain('Usage\n  clearspan ');
});

test('help is told of the program and of each command', async () => {
  const program = await runCli(['--help']);
  expect(program.code).toBe(0);
  const names = [...program.stdout.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map((m) => m[1] as string);
  expect(names).toEqual([
    'up',
    'import',
    'ask',
    'learned',
    'query',
    'explain',
    'check',
    'fmt',
    'lsp',
    'mcp',
    'tail',
    'status',
    'doctor',
    'demo',
    'backup',
    'restore',
  ]);
  for (const name of names) expect((await runCli([name, '--help'])).stdout).toContain(`clearspan ${name}`);
});

test('--version', async () => {
  expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  ['query', 'source logs | count'],
  ['ask', 'how many logs'],
])('%s ends with 3 when nobody answers, and says what starts the system', async (command, text) => {
  const run = await runCli([command, '--url', 'http://127.0.0.1:1', text]);
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain('http://127.0.0.1:1 could not be reached');
  expect(run.stderr).toContain('clearspan up');
});
