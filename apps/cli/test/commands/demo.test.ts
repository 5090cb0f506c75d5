import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';

test.each([
  [[], 'expected one of faults, fault, off, traffic, incident, quiz, reveal after demo'],
  [['fualts'], 'found `fualts`; did you mean `faults`?'],
  [['faults', 'more'], 'expected nothing more after demo faults, found `more`'],
  [['faults', '--rate', '3'], '`demo faults` takes no --rate'],
  [['faults', '--format', 'csv'], 'expected table, json for --format, found `csv`'],
  [['fault'], 'expected the name of a fault'],
  [['fault', 'slow_query', '--set', 'index'], 'expected KEY=VALUE after --set, found `index`'],
  [['fault', 'slow_query', '--set', 'a=1', '--set', 'a=2'], '--set names `a` more than once'],
  [['fault', 'slow_query', '--for', '10'], 'expected a duration such as 90s, 10m or 1h for --for, found `10`'],
  [['fault', 'slow_query', '--off', '--for', '10s'], '--off and --for do not go together'],
  [['traffic', 'pause'], 'expected start, stop, status after traffic, found `pause`'],
  [['traffic', '--rate', '201'], 'expected requests a second, at most 200, for --rate, found `201`'],
  [['traffic', '--users', '0'], 'expected a whole number from 1 to 1000 for --users, found `0`'],
  [['incident', '--minutes', '0'], 'expected a whole number from 1 to 120 for --minutes, found `0`'],
  [['incident', 'black-friday', '--stop'], 'expected nothing beside --stop, found `black-friday`'],
  [['quiz', '--seed', 'x'], 'expected a whole number from 0'],
  [['quiz', '--url', 'localhost'], 'expected an address such as http://127.0.0.1:8004 for --url'],
])('demo %j ends with 2 and says: %s', async (argv, message) => {
  const run = await runCli(['demo', ...argv]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(message);
  expect(run.stderr).toContain('clearspan demo quiz');
});

test('without a storefront it ends with 3 and says how to start one', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'clearspan-demo-'));
  const run = await runCli(['demo', 'faults', '--data', dataDir]);
  rmSync(dataDir, { recursive: true });
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain(
    `no storefront runs on ${dataDir}; start the system with \`clearspan up --with storefront\``,
  );
});

test('a control room that does not answer is named', async () => {
  const run = await runCli(['demo', 'faults'], { env: { STOREFRONT_TRAFFIC_URL: 'http://127.0.0.1:1' } });
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain('http://127.0.0.1:1 could not be reached');
  expect(run.stderr).toContain('clearspan up --with storefront');
});
