/** Everything that can be told without running the product: types, lint, layers, dead code. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './workspaces.ts';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const STEPS: readonly Step[] = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'promises', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'tidy', command: ['node', 'tools/tidy.ts'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
];

const run = ({ name, command }: Step): Promise<{ name: string; ok: boolean; output: string; seconds: number }> =>
  new Promise((resolve) => {
    const started = performance.now();
    const [file = '', ...args] = command;
    const path = `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH ?? ''}`;
    const child = spawn(file, args, { cwd: ROOT, env: { ...process.env, PATH: path } });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const done = (ok: boolean): void => resolve({ name, ok, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => {
      output += error.message;
      done(false);
    });
    child.on('close', (code) => done(code === 0));
  });

// One after the other: on two cores the type checker alone fills the machine.
let failed = 0;
for (const step of STEPS) {
  const { name, ok, output, seconds } = await run(step);
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) {
    failed += 1;
    console.log(output.trimEnd());
  }
}
process.exitCode = failed ? 1 : 0;
