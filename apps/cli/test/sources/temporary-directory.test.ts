import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const MODULE = join(import.meta.dirname, '../../src/sources/temporary-directory.ts');

/** A process that makes a directory with a file in it, tells of it, and ends in its own way. */
const run = (ending: string): { readonly code: number | null; readonly made: string; readonly left: string[] } => {
  const parent = mkdtempSync(join(tmpdir(), 'clearspan-test-'));
  try {
    const script = `
      const { temporaryDirectory } = await import(${JSON.stringify(MODULE)});
      const { writeFileSync } = await import('node:fs');
      const directory = await temporaryDirectory('made-');
      writeFileSync(directory.path + '/file', 'x');
      console.log(directory.path);
      ${ending}`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', TMPDIR: parent },
    });
    return { code: child.status, made: child.stdout.trim(), left: readdirSync(parent) };
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
};

test.each([
  ['is removed', 'await directory.remove();', 0],
  ['the process is ended from within', 'process.exit(3);', 3],
  ['a signal ends the process', "process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1_000);", 143],
  ['an error ends the process', "throw new Error('defect');", 1],
])('the directory goes when %s', (_, ending, code) => {
  const ran = run(ending);
  expect(ran.made).toContain('made-');
  expect({ code: ran.code, left: ran.left }).toEqual({ code, left: [] });
});
