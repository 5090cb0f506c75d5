/** `npm test`: everything CI runs. Ends with one line, `N passed, N failed`, over all test files. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './workspaces.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name);
const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;

/** One vitest run; a run that dies before it reports counts as one failure. */
const vitest = (name: string, config: string): Counts => {
  console.log(`\n— ${name}`);
  const report = join(ROOT, `.cache/test-report/${name}.json`);
  rmSync(report, { force: true });
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = run(process.execPath, [bin('vitest'), ...args]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number>;
  // A file that does not load, or an error outside a test, fails the run without failing a test.
  const failed = ok ? numFailedTests : Math.max(1, numFailedTests);
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
};

mkdirSync(join(ROOT, '.cache/test-report'), { recursive: true });
console.log('— static checks');
const staticOk = run(process.execPath, ['tools/check.ts']);
const runs = [vitest('unit', 'vitest.config.ts'), vitest('end-to-end', 'e2e/vitest.config.ts')];
const sum = (key: keyof Counts): number => runs.reduce((total, counts) => total + counts[key], 0);
const failed = sum('failed') + (staticOk ? 0 : 1);
// In CI a skipped test is a hole in what the run claims.
const holes = process.env.CI !== undefined && sum('skipped') > 0;
if (!staticOk) console.log('\nstatic checks failed, counted as one failure');
if (holes) console.log(`\n${sum('skipped')} tests were skipped; in CI nothing may be`);
console.log(`\n${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped`);
process.exitCode = failed || holes ? 1 : 0;
