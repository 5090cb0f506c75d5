import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLogFile } from '../../src/supervisor/log-file.ts';
import { readLogLine } from '../../src/supervisor/log-line.ts';
import { processBegan, readRunFile, removeRunFile, writeRunFile } from '../../src/supervisor/run-file.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'clearspan-logs-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a log file begins with its process and stays within its bound', () => {
  const path = join(dir, 'logs', 'a.log');
  const first = openLogFile(path);
  first.write('of the first run');
  first.close();
  const second = openLogFile(path, 1_000);
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('of the first run\n');
  for (let i = 0; i < 100; i += 1) {
    const line = openLogLine(i);
    second.write(line);
    second.close();
  }
  expect(statSync(path).size + statSync(`${path}.1`).size).toBeLessThanOrEqual(2_000);
  expect(readFileSync(path, 'utf8').endsWith(`${openLogLine(99)}\n`)).toBe(true);
});

const openLogLine = (i: number): string => `line ${i} ${'x'.repeat(40)}`;

test.each([
  ['{"level":30,"msg":"fine"}', 'stdout', { level: 'other', text: 'fine' }],
  ['{"level":40,"msg":"hm"}', 'stdout', { level: 'warning', text: 'hm' }],
  ['{"level":50,"msg":"bad","err":{"message":"why"}}', 'stdout', { level: 'error', text: 'bad: why' }],
  ['{"level":50,"msg":"why","err":{"message":"why"}}', 'stdout', { level: 'error', text: 'why' }],
  ['{"level":"warn","msg":"hm"}', 'stdout', { level: 'warning', text: 'hm' }],
  ['{half', 'stdout', { level: 'other', text: '{half' }],
  ['Error: boom', 'stderr', { level: 'error', text: 'Error: boom' }],
] as const)('%s on %s', (line, stream, expected) => {
  expect(readLogLine(line, stream)).toEqual(expected);
});

test('a run is known while its supervisor lives, and not afterwards', () => {
  const run = {
    pid: process.pid,
    pid_began: processBegan(process.pid),
    started_at: '',
    otlp_url: '',
    otlp_grpc_url: null,
    processes: [],
  };
  writeRunFile(dir, run);
  expect(readRunFile(dir)).toEqual(run);
  writeRunFile(dir, { ...run, pid: 2 ** 22 + 1 });
  expect(readRunFile(dir)).toBeNull();
  // The number lives, and belongs to another process by now.
  writeRunFile(dir, { ...run, pid_began: '1' });
  expect(readRunFile(dir)).toBeNull();
  removeRunFile(dir);
  expect(existsSync(join(dir, 'run.json'))).toBe(false);
  expect(readRunFile(dir)).toBeNull();
});
