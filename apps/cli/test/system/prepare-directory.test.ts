import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { prepareDirectory } from '../../src/system/prepare-directory.ts';
import { runCli } from '../run-cli.ts';

const root = mkdtempSync(join(tmpdir(), 'clearspan-prepare-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('makes what is missing, and takes what is there', () => {
  const path = join(root, 'a', 'b', 'c');
  expect(prepareDirectory(path)).toBeNull();
  expect(statSync(path).isDirectory()).toBe(true);
  expect(prepareDirectory(path)).toBeNull();
});

test('says where the way is blocked', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  expect(prepareDirectory(file)).toBe(`${file} is not a directory`);
  expect(prepareDirectory(join(file, 'below'))).toBe(`${file} is not a directory`);
});

test.runIf(process.platform === 'linux')('ends where a parent takes no entries', () => {
  expect(prepareDirectory('/proc/clearspan/logs')).toBe('/proc/clearspan cannot be used (ENOENT)');
});

test('up starts nothing on a directory it cannot use', async () => {
  const file = join(root, 'taken');
  writeFileSync(file, '');
  const ran = await runCli(['up', '--data', file, '--port-base', '18900']);
  expect(ran).toMatchObject({ code: 1, stdout: '' });
  expect(ran.stderr).toBe(
    `clearspan: nothing was started: ${file} is not a directory; use another directory: clearspan up --data DIR\n`,
  );
});
