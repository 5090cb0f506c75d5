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

/** A base whose first ports are free right now. */
const freeBase = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return Math.min(port, 65_000);
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
  expect(text).toContain(`http://127.0.0.1:${base + 15}`);

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
