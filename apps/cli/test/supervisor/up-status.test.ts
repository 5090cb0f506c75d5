import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BIN, runCli } from '../run-cli.ts';

let dataDir: string;
let up: ChildProcess | null = null;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'clearspan-up-'));
});
afterEach(() => {
  if (up?.exitCode === null && up.signalCode === null) up.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

const STORAGE_OFFSET = 15;

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer();
  const bound = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  if (bound) await new Promise((resolve) => server.close(resolve));
  return bound;
};

/** A base whose port for the storage service is free, below those that the system hands out to other tests meanwhile. */
const freeBase = async (): Promise<number> => {
  let base = 20_000 + (process.pid % 10_000);
  while (!(await isFree(base + STORAGE_OFFSET))) base += 1;
  return base;
};

test('up, status, a second up on the same directory, Ctrl-C', async () => {
  const base = await freeBase();
  const args = ['up', '--only', 'storage-service', '--port-base', String(base), '--data', dataDir];
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { PATH: process.env.PATH ?? '', TELEMETRY_STORE_OTLP_URL: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  up = child;
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.includes('Ctrl-C stops everything.')) break;
  }
  expect(text).toMatch(/Clearspan is ready in \d+\.\d s/);
  expect(text).toContain(`http://127.0.0.1:${base + STORAGE_OFFSET}`);

  const status = await runCli(['status', '--data', dataDir, '--format', 'json']);
  expect(status.code).toBe(0);
  const told = JSON.parse(status.stdout) as {
    processes: { name: string; health: { pid: number } }[];
    pss_bytes: number;
  };
  expect(told.processes).toMatchObject([{ name: 'storage-service', health: { status: 'healthy' } }]);
  if (process.platform === 'linux') expect(told.pss_bytes).toBeGreaterThan(10_000_000);

  const second = await runCli(['up', '--data', dataDir]);
  expect(second.code).toBe(3);
  expect(second.stderr).toContain('already running');

  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(readFileSync(join(dataDir, 'logs', 'storage-service.log'), 'utf8')).toContain('listening');
  expect(() => process.kill(told.processes[0]?.health.pid ?? 0, 0)).toThrow();
});
