import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BIN, FIXTURES, runCli } from '../run-cli.ts';

const GOLDEN = join(import.meta.dirname, '..', 'golden');
const golden = (name: string): string => join(GOLDEN, name);

test.each(['table', 'json', 'ndjson', 'csv'])('whole records as %s', async (format) => {
  const run = await runCli([
    'query',
    '--logs',
    'app.ndjson',
    'filter $d.status >= 500 | orderby $m.timestamp',
    '--format',
    format,
  ]);
  expect(run.code).toBe(0);
  await expect(run.stdout).toMatchFileSnapshot(golden(`records.${format}`));
});

test.each(['table', 'json', 'ndjson', 'csv'])('chosen columns as %s', async (format) => {
  const query = 'orderby $m.timestamp | choose $m.timestamp, $m.severity, $d.path, $d.duration_ms, $d.user';
  const run = await runCli(['query', '--logs', 'app.ndjson', query, '--format', format]);
  await expect(run.stdout).toMatchFileSnapshot(golden(`columns.${format}`));
});

test('logs and spans are asked together by their data sets', async () => {
  const sources = ['--logs', 'app.ndjson', '--spans', 'spans.ndjson'];
  const run = await runCli([
    'query',
    ...sources,
    'source spans | orderby $m.duration | choose $l.serviceName, $m.duration',
    '--format',
    'ndjson',
  ]);
  expect(run.stdout).toBe(
    '{"$m":{"duration":800},"$l":{"serviceName":"stock"}}\n{"$m":{"duration":1500},"$l":{"serviceName":"web"}}\n',
  );
});

test('envelopes of spans look as they are written, whatever their ids are', async () => {
  const ask = async (query: string): Promise<string> =>
    (await runCli(['query', '--spans', 'short-ids.ndjson', query, '--format', 'ndjson'])).stdout;
  const written = readFileSync(join(FIXTURES, 'short-ids.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  const rows = (await ask('source spans | orderby $m.timestamp')).trimEnd().split('\n');
  expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual(written);
  expect(
    await ask(`source spans | join inner (source spans | choose spanID as id, $d.custom.a as a) on left=>parentId == right=>id into up
      | choose traceID, spanID, parentId, $m.kind, $l.applicationName, up.a, startTime`),
  ).toBe(
    '{"$m":{"kind":"CLIENT"},"$l":{"applicationName":null},"$d":{"traceID":"t1","spanID":"s2","parentId":"s1","up":{"a":1},"startTime":1769860801000000}}\n',
  );
  expect(await ask(`source spans | filter spanID == 's1' && parentId == '' | explode logs into e | choose e.n`)).toBe(
    '{"$d":{"e":{"n":1}}}\n',
  );
});

test('envelopes of spans stand beside spans of OTLP', async () => {
  const query = 'source spans | choose $m, traceID | replace $m.kind with `{$m.kind}!` | orderby traceID';
  const sources = ['--spans', 'short-ids.ndjson', '--spans', 'otlp-spans.ndjson'];
  const run = await runCli(['query', ...sources, query, '--format', 'ndjson']);
  const kinds = run.stdout
    .trimEnd()
    .split('\n')
    .map((row) => (JSON.parse(row) as { $m: { kind: string } }).$m.kind);
  expect(kinds.toSorted()).toEqual(['CLIENT!', 'INTERNAL!', 'server!']);
});

test('the window and the frozen clock decide what a query sees', async () => {
  const count = async (...more: readonly string[]): Promise<string> =>
    (await runCli(['query', '--logs', 'app.ndjson', '--format', 'ndjson', ...more])).stdout;
  expect(await count('count')).toBe('{"$d":{"_count":5}}\n');
  expect(await count('count', '--from', '2026-01-31T12:00:10Z', '--to', '2026-01-31T12:00:30Z')).toBe(
    '{"$d":{"_count":2}}\n',
  );
  expect(await count('source logs last 1m | count', '--now', '2026-01-31T12:01:00.200Z')).toBe('{"$d":{"_count":4}}\n');
});

test('a query that is wrong ends with 1, a file that is not there too', async () => {
  const wrong = await runCli(['query', '--logs', 'app.ndjson', 'filter $d.status = 500']);
  expect(wrong).toMatchObject({ code: 1, stdout: '' });
  expect(wrong.stderr).toContain('fix: Write `==`');
  expect(await runCli(['query', '--logs', 'none.ndjson', 'count'])).toMatchObject({
    code: 1,
    stderr: 'clearspan: none.ndjson cannot be read: ENOENT\n',
  });
});

test('a line that is no record is told, and the rest is there', async () => {
  const run = await runCli(['query', '--logs', 'broken.ndjson', 'count', '--format', 'ndjson']);
  expect(run).toMatchObject({ code: 0, stdout: '{"$d":{"_count":2}}\n' });
  expect(run.stderr).toContain('broken.ndjson: line 2:');
  expect(run.stderr).toContain('1 line left out, 2 records read');
});

test('a batch of queries: one answer for each line, same order, errors do not stop it', async () => {
  const input =
    '{"id":"a","query":"count"}\noops\n\n{"id":2,"query":"filter ("}\n{"id":3,"query":"countby $d.path | limit 1"}\n';
  const run = await runCli(['query', '--logs', 'app.ndjson', '--batch'], { input });
  expect(run.code).toBe(0);
  expect(
    run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toMatchObject([
    { id: 'a', ok: true, rows: [{ $d: { _count: 5 } }], ms: expect.any(Number) },
    { id: null, ok: false, error: { code: 'INVALID_REQUEST' } },
    { id: 2, ok: false, error: { code: 'INVALID_QUERY' } },
    { id: 3, ok: true, rows: [{ $d: { _count: 2 } }] },
  ]);
});

test('ask: the query, how it was read, the rows', async () => {
  const run = await runCli(['ask', '--logs', 'app.ndjson', 'errors by service', '--run']);
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/^source logs \| filter \$m\.severity == ERROR \| groupby /);
  expect(run.stdout).toMatch(/^\/\/ confidence: \d+ %$/m);
  expect(run.stdout).toMatch(/^web +1$/m);
});

test('ask: JSON has the rows, and without --run only the reading', async () => {
  const run = await runCli(['ask', '--logs', 'app.ndjson', 'errors by service', '--format', 'json']);
  expect(JSON.parse(run.stdout)).toMatchObject({
    kind: 'answer',
    query: expect.stringContaining('groupby'),
    rows: null,
  });
});

test('ask: what gets no query says so and ends with 1', async () => {
  const run = await runCli(['ask', '--logs', 'app.ndjson', 'delete all logs']);
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toContain('  - ');
});

test('ask: a batch carries the turns before', async () => {
  const context = [
    { question: 'errors by service', query: 'source logs | filter $m.severity == ERROR | countby $l.subsystemname' },
  ];
  const lines = [
    { id: 1, question: 'errors by service' },
    { id: 2, question: 'drop everything' },
    { id: 3, question: 'by path', context },
    { id: 4, question: 'x', context: 'bad' },
  ];
  const run = await runCli(['ask', '--logs', 'app.ndjson', '--batch'], {
    input: lines.map((l) => `${JSON.stringify(l)}\n`).join(''),
  });
  const answers = run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(answers.map((a) => a.id)).toEqual([1, 2, 3, 4]);
  expect(answers.map((a) => a.kind)).toEqual(['answer', 'refuse', expect.any(String), 'refuse']);
});

/** A temporary directory of its own: what other tests have in the common one is not counted. */
const privateTmp = (): string => mkdtempSync(join(tmpdir(), 'clearspan-tmp-'));

test('nothing is left in the temporary directory', async () => {
  const TMPDIR = privateTmp();
  await runCli(['query', '--logs', 'app.ndjson', 'count'], { env: { TMPDIR } });
  await runCli(['query', '--logs', 'none.ndjson', 'count'], { env: { TMPDIR } });
  expect(readdirSync(TMPDIR)).toEqual([]);
  rmSync(TMPDIR, { recursive: true });
});

test('nothing is left either when Ctrl-C ends a batch', async () => {
  const TMPDIR = privateTmp();
  const child = spawn(process.execPath, [BIN, 'query', '--logs', 'app.ndjson', '--batch'], {
    cwd: FIXTURES,
    env: { PATH: process.env.PATH ?? '', TMPDIR },
    stdio: 'pipe',
  });
  child.stdin.write('{"id":1,"query":"count"}\n');
  await once(child.stdout, 'data');
  expect(readdirSync(TMPDIR)).toHaveLength(1);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  expect(readdirSync(TMPDIR)).toEqual([]);
  rmSync(TMPDIR, { recursive: true });
});

test('tables beside a file, and tables alone', async () => {
  const table = ['--table', 'teams=teams.csv'];
  expect(await runCli(['query', '--logs', 'app.ndjson', ...table, 'count', '--format', 'ndjson'])).toMatchObject({
    code: 0,
    stdout: '{"$d":{"_count":5}}\n',
  });
  expect(await runCli(['query', ...table, 'count', '--format', 'ndjson'])).toMatchObject({
    code: 0,
    stdout: '{"$d":{"_count":0}}\n',
  });
  expect(await runCli(['check', ...table, 'filter status > 1'])).toMatchObject({ code: 0 });
  expect(await runCli(['query', '--table', 'teams=app.ndjson', 'count'])).toMatchObject({ code: 1, stdout: '' });
});

test.each([
  [['--table', 'teams'], 'expected NAME=FILE.csv after --table, found `teams`'],
  [['--table', 'teams='], 'expected NAME=FILE.csv after --table, found `teams=`'],
  [['--table', '1a=teams.csv'], 'that begins with a letter or `_` for --table, found `1a`'],
  [['--table', 'logs=teams.csv'], 'expected another name for --table, found `logs`, a data set'],
  [['--table', 'a=teams.csv', '--table', 'a=teams.csv'], '--table names `a` more than once'],
  [['--table', 'a=teams.csv', '--url', 'http://127.0.0.1:1'], 'expected files or --url as the source, found both'],
])('%j is not understood', async (args, message) => {
  const run = await runCli(['query', ...args, 'count']);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(message);
});

test('logfmt lines have keys, packed files are known by their content, times that cannot be read are told', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'clearspan-logfmt-'));
  const lines = 'ts=2026-01-05T08:00:00Z level=error status=500\nts=1960-01-01T00:00:00Z level=info status=200\n';
  writeFileSync(join(dir, 'app.log'), gzipSync(lines));
  const query = 'groupby $m.severity aggregate max(status) as top | orderby top';
  const run = await runCli(['query', '--logs', 'app.log', query, '--format', 'ndjson'], { cwd: dir });
  expect(run.stdout).toBe('{"$d":{"severity":"Info","top":200}}\n{"$d":{"severity":"Error","top":500}}\n');
  expect(run.stderr).toContain('app.log: 1 record with a time that cannot be read');
  rmSync(dir, { recursive: true });
});

test('a file of which no line could be read ends with 1 and its faults', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'clearspan-faults-'));
  writeFileSync(join(dir, 'bad.ndjson'), '{"a":\n{"b":1\n');
  writeFileSync(join(dir, 'cut.gz'), gzipSync('{"a":1}\n').subarray(0, 15));
  const run = await runCli(['query', '--logs', 'bad.ndjson', 'count'], { cwd: dir });
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toContain('bad.ndjson: line 1: expected a JSON object');
  expect(run.stderr).toContain('clearspan: bad.ndjson: none of its lines could be read');
  const cut = await runCli(['query', '--logs', 'cut.gz', 'count'], { cwd: dir });
  expect(cut).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('cut.gz cannot be read: ') });
  rmSync(dir, { recursive: true });
});

test('the answer from the lines of a file is told like any other', async () => {
  const run = await runCli(['query', '--logs', 'app.ndjson', 'filter status >= 500 | count', '--format', 'ndjson']);
  expect(run.stderr).toMatch(/^1 row · 5 scanned · \d+ ms\n$/);
  const typo = await runCli(['query', '--logs', 'app.ndjson', 'filter statsu >= 500 | count', '--format', 'ndjson']);
  expect(typo).toMatchObject({ code: 0, stdout: '{"$d":{"_count":0}}\n' });
  expect(typo.stderr).toContain('warning DP3001: field `statsu` is not seen in logs; did you mean `status`?');
});

test('a question that several looks answer gets them with --run, and what they would be without', async () => {
  const asked = ['ask', '--logs', 'app.ndjson', 'is anything broken?'];
  const planned = await runCli(asked);
  expect([planned.code, planned.stdout]).toEqual([1, '']);
  expect(planned.stderr).toMatch(/\n--run looks at errors by service and message, /);
  const looked = await runCli([...asked, '--run']);
  expect(looked.code).toBe(0);
  expect(looked.stdout).toMatch(/^What is wrong, from \S+ to \S+, beside the time from \S+\nNothing stands out/);
  const lines = (await runCli([...asked, '--run', '--format', 'ndjson'])).stdout.trimEnd().split('\n');
  const parts = lines.map((line) => JSON.parse(line) as { id: string; query: string; finding?: { sentence: string } });
  expect(parts.map(({ id }) => id)).toContain('errors-logs');
  for (const { finding } of parts) expect(finding?.sentence).toMatch(/\d/);
  const input = parts.map(({ id, query }) => JSON.stringify({ id, query })).join('\n');
  const { stdout } = await runCli(['query', '--logs', 'app.ndjson', '--batch'], { input });
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { ok: boolean }).ok),
  ).toEqual(parts.map(() => true));
});

test('in a batch such a question is asked back as before', async () => {
  const input = '{"id":1,"question":"is anything broken?"}\n';
  const { stdout } = await runCli(['ask', '--logs', 'app.ndjson', '--batch'], { input });
  expect(JSON.parse(stdout)).toEqual({ id: 1, kind: 'clarify', message: expect.any(String), ms: expect.any(Number) });
});
