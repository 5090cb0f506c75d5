import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded } from './kill/seeded.ts';

const SEED = 20_261_122;
const KILLING_MS = 6_000;

type Role = 'producer' | 'worker';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearspan-kill-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const errors: string[] = [];

const start = (role: Role, seed: number, mode = 'run'): ChildProcess => {
  const script = join(import.meta.dirname, 'kill', `${role}.ts`);
  const child = spawn(process.execPath, [script, folder, String(seed), mode], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr?.on('data', (text: Buffer) => errors.push(`${role}: ${text.toString()}`));
  return child;
};

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) throw new Error(`expected the process to run, found it ended with ${child.exitCode}`);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

/** Complete lines of every ledger of a kind: the last one of a killed process may be cut. */
const ledger = (kind: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1));

/** Two producers and two workers on one file; one of them at a time is killed at a seeded moment and started anew. */
const killAtRandom = async (): Promise<number> => {
  const random = seeded(SEED);
  const roles: readonly Role[] = ['producer', 'producer', 'worker', 'worker'];
  const children = roles.map((role, i) => start(role, i));
  const end = Date.now() + KILLING_MS;
  let kills = 0;
  while (Date.now() < end) {
    await wait(250 + random() * 500);
    const i = Math.floor(random() * roles.length);
    await kill(children[i] as ChildProcess);
    kills += 1;
    children[i] = start(roles[i] as Role, 100 + kills);
  }
  await Promise.all(children.map(kill));
  return kills + children.length;
};

test('kill -9 at any moment loses nothing acknowledged and lets no effect count twice', {
  timeout: 60_000,
}, async () => {
  const kills = await killAtRandom();
  const [code] = (await once(start('worker', 1, 'drain'), 'exit')) as [number];
  expect(code).toBe(0);
  expect(errors).toEqual([]);

  const db = new DatabaseSync(join(folder, 'tasks.db'), { readOnly: true });
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  const rows = db.prepare('SELECT id, state, attempts FROM tasks').all();
  db.close();
  const completed = new Set(rows.filter((row) => row.state === 3).map((row) => row.id));
  const acknowledged = ledger('acknowledged');
  expect(acknowledged.filter((id) => !completed.has(id))).toEqual([]);

  const effects = ledger('effects');
  const held = effects.filter((line) => line.startsWith('held ')).map((line) => line.slice(5));
  expect(new Set(held).size).toBe(held.length);
  const again = rows.filter((row) => Number(row.attempts) > 1).length;
  const fenced = effects.filter((line) => line.startsWith('lost ')).length;
  console.log(
    `${kills} kills, ${acknowledged.length} acknowledged, 0 lost, ${again} started again, ${fenced} late reports fenced off`,
  );
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(again).toBeGreaterThan(0);
});
