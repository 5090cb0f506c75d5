import { expect, test } from 'vitest';
import { columnsRead } from '../../src/output/columns-read.ts';
import { runCli } from '../run-cli.ts';

const QUERY = 'source logs last 1h | create slow from $d.ms > 100 | filter $m.severity >= ERROR | countby slow';

test('explain: English, the plan after each pass, and the cost', async () => {
  const run = await runCli(['explain', QUERY]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toContain('Logs of the last 1h: add ms is above 100 as slow; keep rows where');
  expect(run.stdout).toContain(
    'Plan, as written\n  scan logs, last 1h\n  compute slow = ms is above 100\n  filter severity',
  );
  expect(run.stdout).toContain('Plan, push down filters\n  scan logs, last 1h\n    where severity is at least ERROR\n');
  expect(run.stdout).toContain('Plan, push down time: unchanged\n');
  expect(run.stdout).toMatch(/Complexity: \d+ of 100, low\n {2,}\d+ {2}stages: 3\n/);
  expect(run.stdout).not.toContain('SELECT');
});

test('explain --sql: the statement and the columns it reads', async () => {
  const run = await runCli(['explain', QUERY, '--sql', '--now', '2026-01-05T09:00:00Z']);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('FROM otel.logs\n');
  expect(run.stdout).toContain('toInt64(1767603600000000000)');
  expect(run.stdout).toMatch(/\n\nColumns read: d_num, severity, ts\n$/);
  expect(await runCli(['explain', QUERY, '--sql', '--now', '2026-01-05T09:00:00Z'])).toEqual(run);
});

test('explain: a query with errors is not explained', async () => {
  const run = await runCli(['explain'], { input: 'source logs | filter a = 1' });
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toContain('error DP1008: expected `==`, found `=`');
});

test('columns of a statement: texts, functions, tables and what it defines are left out', () => {
  expect(
    columnsRead(
      "WITH f(a) AS c1 SELECT if(mapContains(d_str, 'it''s \\'x y'), d_str['z'], NULL) AS c2, arrayMap((v) -> v, tags) FROM otel.logs WHERE (ts >= c1) AND true",
    ),
  ).toEqual(['a', 'd_str', 'tags', 'ts']);
});

test('check --lint: findings beside the diagnostics, and none without it', async () => {
  const query = 'source logs last 1h | limit 5 | filter $d.status >= 500';
  expect(await runCli(['check', query])).toEqual({ code: 0, stdout: '', stderr: '' });
  const run = await runCli(['check', '--lint', query]);
  expect(run.code).toBe(0);
  expect(run.stderr).toContain('warning DP5005: `filter` after `limit` sees any 5 rows');
  const batch = await runCli(['check', '--lint', '--batch'], { input: `${JSON.stringify({ id: 1, query })}\n` });
  expect(JSON.parse(batch.stdout)).toMatchObject({ id: 1, ok: true, diagnostics: [{ code: 'DP5005' }] });
});
