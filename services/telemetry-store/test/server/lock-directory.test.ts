import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockDirectory } from '../../src/server/lock-directory.ts';

test('a directory is for one at a time, and for the next one when it is let go of', async () => {
  const path = await mkdtemp(join(tmpdir(), 'lock-'));
  const release = await lockDirectory(path, 0);
  await expect(lockDirectory(path, 0)).rejects.toThrow(`another process holds ${path}`);
  const waiting = lockDirectory(path, 10_000);
  release();
  (await waiting)();
  await rm(path, { recursive: true, force: true });
});
