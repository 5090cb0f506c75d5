import { expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';

test.each([
  [['lst'], 'expected one of list, add, undo, redo, promote after learned, found `lst`; did you mean `list`?'],
  [['list', 'more'], 'expected nothing more after learned list, found `more`'],
  [['list', '--field', '$d.a'], '`learned list` takes no --field'],
  [['undo'], 'expected one id after learned undo'],
  [['undo', 'a', 'b'], 'expected one id after learned undo'],
  [['undo', 'a', '--all'], '`learned undo` takes no --all'],
  [['add'], 'expected words and what they stand for'],
  [['add', 'orders svc'], 'expected words and what they stand for'],
  [['add', 'orders svc', 'checkout'], 'expected words and what they stand for'],
  [['add', 'orders svc', '='], 'expected words and what they stand for'],
  [['--format', 'csv'], 'expected table, json for --format, found `csv`'],
  [['--url', 'localhost'], 'expected an address such as http://127.0.0.1:8010'],
])('learned %j ends with 2 and says: %s', async (argv, message) => {
  const run = await runCli(['learned', ...argv]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(message);
});

test('without a system it ends with 3', async () => {
  const run = await runCli(['learned', '--url', 'http://127.0.0.1:1']);
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain('http://127.0.0.1:1 could not be reached');
});
