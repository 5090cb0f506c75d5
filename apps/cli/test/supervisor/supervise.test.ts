import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

interface Driven {
  readonly process: ChildProcess;
  readonly exited: Promise<[number | null, NodeJS.Signals | null]>;
  output(): string;
  /** Settles when this text has been printed. */
  printed(text: string): Promise<void>;
}

let dataDir: string;
let running: Driven[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'clearspan-supervise-'));
  running = [];
});
afterEach(() => {
  for (const { process: p } of running) if (p.exitCode === null && p.signalCode === null) p.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};

const drive = async (
  children: readonly { name: string; script: string; wave?: 1 | 2 | 3 }[],
  limits: { readyMs?: number; stopMs?: number } = {},
): Promise<Driven> => {
  const specs = await Promise.all(children.map(async (c) => ({ wave: 2, ...c, port: await freePort() })));
  const options = { dataDir, children: specs, readyMs: limits.readyMs ?? 20_000, stopMs: limits.stopMs ?? 8_000 };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'drive.ts'), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const waiting: { text: string; done: () => void }[] = [];
  const hear = (chunk: Buffer): void => {
    text += chunk.toString();
    for (const w of waiting) if (text.includes(w.text)) w.done();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const exited = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const driven: Driven = {
    process: child,
    exited,
    output: () => text,
    printed: (wanted) =>
      Promise.race([
        new Promise<void>((done) => (text.includes(wanted) ? done() : waiting.push({ text: wanted, done }))),
        exited.then(() => {
          if (!text.includes(wanted)) throw new Error(`ended without printing ${wanted}:\n${text}`);
        }),
      ]),
  };
  running.push(driven);
  return driven;
};

const pids = (): number[] =>
  (JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as { processes: { pid: number }[] }).processes.map(
    (p) => p.pid,
  );

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const good = [
  { name: 'one', script: 'serves', wave: 1 as const },
  { name: 'two', script: 'serves', wave: 3 as const },
];

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s stops all children and ends with 0', async (signal) => {
  const driven = await drive(good);
  await driven.printed('all ready');
  const started = pids();
  expect(started.every(isAlive)).toBe(true);
  driven.process.kill(signal);
  expect(await driven.exited).toEqual([0, null]);
  expect(started.some(isAlive)).toBe(false);
  expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
  expect(readFileSync(join(dataDir, 'logs', 'one.log'), 'utf8')).toContain('stopped');
});

test('a second Ctrl-C that follows at once, as npm sends it, changes nothing', async () => {
  const driven = await drive(good);
  await driven.printed('all ready');
  driven.process.kill('SIGINT');
  driven.process.kill('SIGINT');
  expect(await driven.exited).toEqual([0, null]);
  expect(readFileSync(join(dataDir, 'logs', 'two.log'), 'utf8')).toContain('stopped');
});

test('a child that dies is named with its code and its last lines, and the rest stops', async () => {
  const driven = await drive([...good, { name: 'frail', script: 'dies' }]);
  expect((await driven.exited)[0]).toBe(1);
  expect(driven.output()).toContain('frail exited with code 7');
  expect(driven.output()).toContain('  | the last words');
  expect(driven.output()).toContain('  | line 30');
  expect(driven.output()).not.toContain('  | line 11\n');
  expect(readFileSync(join(dataDir, 'logs', 'frail.log'), 'utf8')).toContain('line 1\n');
});

test('a child ended by a signal is told by its signal', async () => {
  const driven = await drive(good);
  await driven.printed('all ready');
  process.kill(pids()[0] as number, 'SIGKILL');
  expect((await driven.exited)[0]).toBe(1);
  expect(driven.output()).toContain('one was ended by SIGKILL');
});

test('a child that does not stop is killed with its own children', async () => {
  const driven = await drive([{ name: 'deaf', script: 'ignores-stop', wave: 3 }], { stopMs: 300 });
  await driven.printed('all ready');
  const log = await readEventually(join(dataDir, 'logs', 'deaf.log'), /grandchild (\d+)/);
  driven.process.kill('SIGTERM');
  expect((await driven.exited)[0]).toBe(1);
  expect(driven.output()).toContain('deaf did not stop in time and was killed');
  expect(isRunning(Number(log[1]))).toBe(false);
});

test('a child that is not ready in time is named', async () => {
  const driven = await drive([...good, { name: 'slow', script: 'never-ready' }], { readyMs: 1_500 });
  expect((await driven.exited)[0]).toBe(1);
  expect(driven.output()).toContain('not ready in time: slow');
});

test('children end when the supervisor is killed without a chance to tell them', async () => {
  const driven = await drive(good);
  await driven.printed('all ready');
  const started = pids();
  driven.process.kill('SIGKILL');
  await driven.exited;
  await readEventually(join(dataDir, 'run.json'), /processes/);
  while (started.some(isRunning)) await new Promise((resolve) => setTimeout(resolve, 20));
});

/** A process that ended and is not yet reaped does not run. */
const isRunning = (pid: number): boolean => {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

const readEventually = async (path: string, pattern: RegExp): Promise<RegExpExecArray> => {
  for (;;) {
    const match = existsSync(path) ? pattern.exec(readFileSync(path, 'utf8')) : null;
    if (match) return match;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
