import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIXTURES, runCli } from '../run-cli.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'clearspan-fmt-'));
  copyFileSync(join(FIXTURES, 'untidy.dp'), join(dir, 'untidy.dp'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const TIDY = 'source logs\n| filter $d.status >= 500\n| countby $d.path // the failing ones\n';

test('check: an error is told with its place and its fix', async () => {
  const run = await runCli(['check', 'filter $d.status = 500']);
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toBe(
    'error DP1008: expected `==`, found `=`\n  --> query:1:18\n  | filter $d.status = 500\n  |                  ^\n  fix: Write `==`\n',
  );
});

test('check: without a source no schema is known, and unknown keys are fine', async () => {
  expect(await runCli(['check', 'filter $d.whatever == 1'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('check: with a source its fields are known', async () => {
  const run = await runCli(['check', '--logs', 'app.ndjson', 'filter $d.sttus == 500']);
  expect(run.code).toBe(0);
  expect(run.stderr).toContain('warning DP3001: field `sttus` is not seen in logs; did you mean `status`?');
});

test('check: files, stdin and JSON', async () => {
  expect((await runCli(['check', 'untidy.dp'], { cwd: dir })).code).toBe(0);
  expect((await runCli(['check', 'missing.dp'], { cwd: dir })).stderr).toContain('missing.dp cannot be read: ENOENT');
  const run = await runCli(['check', '--format', 'json'], { input: 'contby $d.x' });
  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({ ok: false, diagnostics: [{ code: 'DP1004', start: 0, end: 6 }] });
});

test('check: a batch answers each line in order, whatever its lines are', async () => {
  const input = '{"id":1,"query":"count"}\n{"id":2,"query":"filter $d.x = 1"}\nnot json\n{"id":4}\n';
  const run = await runCli(['check', '--batch'], { input });
  const answers = run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(run.code).toBe(0);
  expect(answers).toMatchObject([
    { id: 1, ok: true, diagnostics: [] },
    { id: 2, ok: false, diagnostics: [{ code: 'DP1008', severity: 'error', start: 12, end: 13, fix: { text: '==' } }] },
    { id: null, ok: false, diagnostics: [{ code: 'INVALID_REQUEST' }] },
    { id: 4, ok: false, diagnostics: [{ code: 'INVALID_REQUEST' }] },
  ]);
});

test('fmt: stdin to stdout, and a text with errors is not touched', async () => {
  expect(await runCli(['fmt'], { input: readFileSync(join(FIXTURES, 'untidy.dp'), 'utf8') })).toEqual({
    code: 0,
    stdout: TIDY,
    stderr: '',
  });
  const broken = await runCli(['fmt'], { input: 'filter (' });
  expect(broken).toMatchObject({ code: 1, stdout: '' });
  expect(broken.stderr).toContain('--> stdin:1:');
});

test('fmt: --check names files that would change, --write changes them', async () => {
  expect(await runCli(['fmt', '--check', 'untidy.dp'], { cwd: dir })).toEqual({
    code: 1,
    stdout: 'untidy.dp\n',
    stderr: '',
  });
  expect((await runCli(['fmt', '--write', 'untidy.dp'], { cwd: dir })).code).toBe(0);
  expect(readFileSync(join(dir, 'untidy.dp'), 'utf8')).toBe(TIDY);
  expect(await runCli(['fmt', '--check', 'untidy.dp'], { cwd: dir })).toEqual({ code: 0, stdout: '', stderr: '' });
});
