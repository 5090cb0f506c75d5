import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FILES } from '@clearspan/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Manifest, writeManifest } from '../../src/backup/manifest.ts';
import { BIN, type CliRun, runCli } from '../run-cli.ts';
import { send } from './payloads.ts';
import { type RunningSystem, startSystem } from './running-system.ts';

let dir: string;
let data: string;
let good: string;
let system: RunningSystem;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'clearspan-refusals-'));
  [data, good] = [join(dir, 'data'), join(dir, 'good')];
  system = await startSystem(data);
  await send(system.otlpUrl, 'known', 1, Date.now());
  expect(await runCli(['backup', good, '--data', data])).toMatchObject({ code: 0 });
}, 60_000);
afterAll(async () => {
  await system?.stop();
  rmSync(dir, { recursive: true, force: true });
}, 30_000);

const backup = (target: string, from = data): Promise<CliRun> => runCli(['backup', target, '--data', from]);

test('a backup is refused where there is something, inside the data, and where no system runs', async () => {
  const before = readdirSync(good).sort();
  const occupied = await backup(good);
  expect(occupied).toMatchObject({ code: 1, stdout: '' });
  expect(occupied.stderr).toContain(`expected an empty directory or none at ${good}, found \``);
  expect(readdirSync(good).sort()).toEqual(before);

  const inside = await backup(join(data, 'backup'));
  expect(inside).toMatchObject({ code: 1 });
  expect(inside.stderr).toContain(`expected a directory outside of the data in ${data}`);
  expect(existsSync(join(data, 'backup'))).toBe(false);

  const nothing = await backup(join(dir, 'none'), join(dir, 'other'));
  expect(nothing).toMatchObject({ code: 3 });
  expect(nothing.stderr).toContain('no store runs on');
  expect(existsSync(join(dir, 'none'))).toBe(false);
  expect(await runCli(['backup'])).toMatchObject({ code: 2 });
});

test('the store writes to no place that the owner of its directory has not made', async () => {
  for (const place of ['none', '../..', '/tmp', "a'b", '']) {
    const answer = await fetch(`${system.storeUrl}/api/store/backup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ place }),
    });
    expect(answer.status).toBe(400);
  }
  const places = join(data, DATA_FILES.store, 'backups', 'full');
  mkdirSync(join(places, 'something'), { recursive: true });
  const answer = await fetch(`${system.storeUrl}/api/store/backup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ place: 'full' }),
  });
  expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([
    400,
    'expected an empty place for backups, found `something` in it',
  ]);
});

type Damage = (copy: string, manifest: Manifest) => void | Promise<void>;
const largest = ({ files }: Manifest): string =>
  Object.keys(files).reduce((a, b) => ((files[a]?.bytes ?? 0) < (files[b]?.bytes ?? 0) ? b : a));

test.each<[string, RegExp, Damage]>([
  [
    'no manifest',
    /is no backup: expected manifest.json in it, found none; one that was cut off has none/,
    (copy) => rmSync(join(copy, 'manifest.json')),
  ],
  [
    'a manifest that is none',
    /is damaged, or not of a backup of Clearspan/,
    (copy) => writeFileSync(join(copy, 'manifest.json'), '{"name":"an app"}'),
  ],
  [
    'a manifest that is cut',
    /is damaged, or not of a backup of Clearspan/,
    (copy, manifest) => writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest).slice(0, -9)),
  ],
  [
    'a manifest in which something was changed',
    /is damaged: its checksum is another one/,
    (copy) => {
      const text = readFileSync(join(copy, 'manifest.json'), 'utf8');
      writeFileSync(join(copy, 'manifest.json'), text.replace('"schema_version": ', '"schema_version": 1'));
    },
  ],
  [
    'another format',
    /expected a backup of format 1, found format 2: a newer program wrote it/,
    (copy, manifest) => writeManifest(copy, { ...manifest, format: 2 }),
  ],
  [
    'newer tables',
    /the backup has schema version 99, this program knows up to \d+: a newer one wrote it/,
    (copy, manifest) => writeManifest(copy, { ...manifest, schema_version: 99 }),
  ],
  [
    'a missing file',
    /the backup is not whole: .* is missing/,
    (copy, manifest) => rmSync(join(copy, largest(manifest))),
  ],
  [
    'a file that is cut',
    /the backup is damaged: expected \d+ bytes in .*, found \d+/,
    (copy, manifest) => {
      const path = join(copy, largest(manifest));
      writeFileSync(path, readFileSync(path).subarray(1));
    },
  ],
  [
    'a file in which a byte was changed',
    /the backup is damaged: what .* holds is not what was written/,
    (copy, manifest) => {
      const path = join(copy, largest(manifest));
      const bytes = readFileSync(path);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
  ],
])('a restore refuses %s, and leaves the directory empty', async (name, said, damage) => {
  const copy = join(dir, name);
  cpSync(good, copy, { recursive: true });
  const { sha256: _, ...manifest } = JSON.parse(readFileSync(join(good, 'manifest.json'), 'utf8')) as Manifest & {
    sha256: string;
  };
  await damage(copy, manifest);
  const to = join(dir, `${name} restored`);
  const run = await runCli(['restore', copy, '--data', to]);
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toMatch(said);
  expect(readdirSync(to)).toEqual([]);
});

test('a restore refuses a directory that is in use or holds something; up refuses one that was cut off', async () => {
  const running = await runCli(['restore', good, '--data', data]);
  expect(running).toMatchObject({ code: 3 });
  expect(running.stderr).toContain(`nothing was restored: the system runs on ${data}`);

  const full = join(dir, 'full');
  mkdirSync(full);
  writeFileSync(join(full, 'mine.txt'), 'x');
  const occupied = await runCli(['restore', good, '--data', full]);
  expect(occupied).toMatchObject({ code: 1 });
  expect(occupied.stderr).toContain(`expected an empty directory at ${full}, found \`mine.txt\` in it`);
  expect(readdirSync(full)).toEqual(['mine.txt']);

  const half = join(dir, 'half');
  mkdirSync(join(half, '.restoring', 'telemetry'), { recursive: true });
  const started = await runCli(['up', '--data', half, '--port-base', '30000']);
  expect(started).toMatchObject({ code: 1 });
  expect(started.stderr).toContain(`a restore into ${half} was cut off`);
  expect(await runCli(['restore', good, '--data', half])).toMatchObject({ code: 0 });
  expect(readdirSync(half).sort()).toEqual(['records.db', 'tasks.db', 'telemetry']);
});

test.each([
  ['SIGTERM', false],
  ['SIGKILL', true],
] as const)(
  'a backup that is cut off by %s leaves nothing that looks like one',
  { timeout: 60_000 },
  async (signal, stays) => {
    const { pid } = (await (await fetch(`${system.storeUrl}/health`)).json()) as { pid: number };
    const places = join(data, DATA_FILES.store, 'backups');
    const before = readdirSync(places).length;
    const target = join(dir, `cut by ${signal}`);
    // A store that stands still keeps the command in the middle of its work.
    process.kill(pid, 'SIGSTOP');
    const command = spawn(process.execPath, [BIN, 'backup', target, '--data', data], { stdio: 'ignore' });
    const exited = once(command, 'exit');
    while (readdirSync(places).length === before) await new Promise((turn) => setImmediate(turn));
    command.kill(signal);
    await exited;
    process.kill(pid, 'SIGCONT');
    expect(existsSync(target)).toBe(stays);

    // Refused for as long as the one that was cut off is being ended.
    const next = join(dir, `after ${signal}`);
    while ((await backup(next)).code !== 0);
    expect(existsSync(target)).toBe(stays);
    if (stays) expect(readdirSync(target)).toEqual([]);
    const run = await runCli(['restore', target, '--data', join(dir, `${signal} restored`)]);
    expect(run).toMatchObject({ code: 1 });
    expect(run.stderr).toContain('is no backup');
  },
);
