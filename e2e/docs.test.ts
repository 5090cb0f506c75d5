import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examplesIn } from './support/doc-examples.ts';
import { type System, startSystem } from './support/system.ts';

const ROOT = join(import.meta.dirname, '..');
const examples = ['README.md', 'docs/command-line.md'].flatMap(examplesIn);

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As typed into a shell in `docs/examples`, with `npx clearspan` and the default ports replaced by what runs here. */
const shell = (command: string, portBase: number | null): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const cli = `"${process.execPath}" "${join(ROOT, 'apps/cli/bin/clearspan.mjs')}"`;
    const here = command
      .replaceAll('npx clearspan', cli)
      .replaceAll(/localhost:8(\d{3})/g, (_, rest) => `localhost:${(portBase ?? 8000) + Number(rest)}`);
    const child = spawn('sh', ['-c', here], {
      cwd: join(ROOT, 'docs/examples'),
      env: { ...process.env, ...(system ? { CLEARSPAN_DATA: system.data } : {}) },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });

let system: System | undefined;

test('the documents have examples', () => expect(examples.length).toBeGreaterThan(5));

describe('examples that print what they say', () => {
  test.each(examples.filter(({ running }) => !running))('$file:$line $command', async ({ command, expected }) => {
    const { stdout, stderr } = await shell(command, null);
    // How long it took is told on standard error, and differs each time.
    expect(stdout.replaceAll('\r\n', '\n') + stderr.replaceAll(/^.* ms\n?$/gm, '')).toBe(expected);
  });
});

describe('examples on the running system', () => {
  beforeAll(async () => {
    system = await startSystem(18_800);
  });
  afterAll(() => system?.stop());

  test.each(examples.filter(({ running }) => running))('$file:$line $command', async ({ command }) => {
    const { code, stdout, stderr } = await shell(command, 18_000 + 800);
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).not.toBe('');
    if (command.startsWith('curl')) expect(JSON.parse(stdout)).toMatchObject({ success: true });
  });
});
